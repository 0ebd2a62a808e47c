import { AskWhy, Why } from "@headwater/contract/ratios";
import { reading, type Context } from "../operation/index.ts";
import { computedRatios } from "../ratios/compute.ts";
import { hiddenProjects, requireVisibleTeam } from "../ratios/team-filter.ts";
import { reason, valueOf } from "../ratios/unknown.ts";
import type { WhyRows, WhyUnknown } from "./answer.ts";
import { askedOf, askedProject, type Asked } from "./asked.ts";
import { bounded } from "./bounded.ts";
import { inputsOf } from "./inputs.ts";
import { ledgerRows } from "./ledger-rows.ts";
import { snapshotsInForce } from "./snapshots-in-force.ts";
import { usageRows } from "./usage-rows.ts";
import { requireVisibleFigure } from "./visible-figure.ts";
import { companyValue, projectValue } from "./value.ts";

/** A figure as GET /ratios and GET /summary give it, how it comes about, and the rows from which it can be computed again. */
export const askWhy = reading({
  name: "ratio.why",
  access: "ratio.read",
  input: AskWhy,
  output: Why,
  async run(context, input): Promise<Why> {
    const project = await askedProject(context, input);
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    requireVisibleFigure(input, project, hiddenProjects(context, computed));
    const asked = askedOf(input, computed, project);
    const { currency } = context.organization;
    const value =
      asked.project === null
        ? companyValue(input.number, computed, currency)
        : projectValue(input.number, asked.project.row, currency);
    const { rows, unknowns } = await rowsOf(context, asked);
    return {
      number: input.number,
      project: asked.project?.slug ?? null,
      value: valueOf(value),
      ...reason("valueUnknown", value),
      formula: asked.definition.formula,
      inputs: inputsOf(asked, context.organization),
      unknowns,
      rows,
      definitionVersion: computed.ratios.definitionVersion,
    };
  },
});

async function rowsOf(context: Context, asked: Asked): Promise<{ rows: WhyRows; unknowns: WhyUnknown[] }> {
  const { definition, computed } = asked;
  const ledger = await ledgerRows(context, asked);
  const usage = usageRows(asked);
  const taken = definition.usage === "none" ? [] : await snapshotsInForce(context, computed);
  const snapshots = bounded(taken, taken.length, "snapshots");
  return {
    rows: {
      contributions: [...ledger.contributions],
      donations: [...ledger.donations],
      snapshots: snapshots.items,
      targets: definition.target === "needed" ? [...computed.target.rows] : [],
      headcounts: definition.headcount === "needed" ? [...computed.headcount.rows] : [],
      masses: usage.masses,
      eras: usage.eras,
    },
    unknowns: [...ledger.unknowns, ...usage.unknowns, ...snapshots.unknowns, ...missingFacts(asked)],
  };
}

/** What nobody said yet and the figure would need. */
function missingFacts({ definition, computed, project }: Asked): WhyUnknown[] {
  const { target, headcount, smallestGiftMinor } = computed;
  const missing: WhyUnknown[] = [];
  if (definition.target === "needed" && !target.target.known)
    missing.push({ what: "target of some days of the period", reason: target.target.reason, rows: 0 });
  if (definition.headcount === "needed" && !headcount.developers.known)
    missing.push({ what: "developers", reason: headcount.developers.reason, rows: 0 });
  if (
    definition.target === "needed" &&
    definition.usage === "all" &&
    project === null &&
    smallestGiftMinor === null
  )
    missing.push({
      what: "smallest sensible gift in the organization's currency",
      reason: "no-exchange-rate",
      rows: 0,
    });
  return missing;
}
