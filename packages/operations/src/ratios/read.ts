import { Ratios, ReadRatios, type RatioRow } from "@headwater/contract/ratios";
import { type Context, reading, type Runtime } from "../operation/index.ts";
import { canonicalJson } from "../operation/canonical.ts";
import { ecosystemRows } from "./by-ecosystem.ts";
import { projectsInEcosystem, shownProject, withoutTime } from "./by-project.ts";
import { teamRows } from "./by-team.ts";
import { computedRatios, type ComputedRatios } from "./compute.ts";
import { pageOfComputed } from "./page.ts";
import { namedProjects } from "./project-names.ts";
import { hiddenProjects, requireVisibleTeam } from "./team-filter.ts";

export const readRatios = reading({
  name: "ratio.read",
  access: "ratio.read",
  input: ReadRatios,
  output: Ratios,
  async run(context, input, runtime): Promise<Ratios> {
    const computed = await computedRatios(context, runtime, input);
    requireVisibleTeam(context, input.team, computed);
    const page =
      input.by === "project"
        ? await projectPage(context, runtime, computed, input)
        : groupPage(
            runtime,
            input.by === "team"
              ? await teamRows(context, computed, input.basis)
              : ecosystemRows(computed, context.organization.currency, hiddenProjects(context, computed)),
            input,
          );
    return {
      ...page,
      currency: context.organization.currency,
      period: {
        start: computed.period.start,
        end: computed.period.end,
        timeZone: context.organization.timeZone,
      },
      notes: [...computed.notes],
      definitionVersion: computed.ratios.definitionVersion,
    };
  },
});

type Row = ComputedRatios["ordered"][number];

interface ShownPage {
  readonly items: RatioRow[];
  readonly nextCursor: string | null;
  readonly total: number;
}

async function projectPage(
  context: Context,
  runtime: Runtime,
  computed: ComputedRatios,
  input: ReadRatios,
): Promise<ShownPage> {
  const chosen = input.ecosystem === undefined ? null : projectsInEcosystem(computed, input.ecosystem);
  const hidden = hiddenProjects(context, computed);
  const inFilter =
    chosen === null ? computed.ordered : computed.ordered.filter((row) => chosen.has(row.projectId));
  const rows = hidden.size === 0 ? inFilter : hiddenLast(inFilter, hidden);
  // The digest is of what is shown: of more it could be searched for what is not.
  const digested = () =>
    canonicalJson(rows.map((row) => (hidden.has(row.projectId) ? [row.projectId, row.usageShare] : row)));
  const digest = () => runtime.sha256(digested()).slice(0, 24);
  const page = pageOfComputed(rows, input.limit, input.cursor, () =>
    hidden.size === 0 ? rememberedDigest(computed, input.ecosystem ?? "", digest) : digest(),
  );
  const named = await namedProjects(
    context,
    page.items.map((row) => row.projectId),
  );
  const shown = (row: Row) => shownProject(row, named.get(row.projectId), context.organization.currency);
  return {
    items: page.items.map((row) => (hidden.has(row.projectId) ? withoutTime(shown(row)) : shown(row))),
    nextCursor: page.nextCursor,
    total: rows.length,
  };
}

/** A list of thousands takes longer to digest than to page, and is digested once while its figures stand. */
const digests = new WeakMap<ComputedRatios, Map<string, string>>();

function rememberedDigest(computed: ComputedRatios, ecosystem: string, digest: () => string): string {
  const known = digests.get(computed) ?? new Map<string, string>();
  digests.set(computed, known);
  const made = known.get(ecosystem) ?? digest();
  known.set(ecosystem, made);
  return made;
}

/** Their place among the others would tell about how large their gap is. */
function hiddenLast(rows: readonly Row[], hidden: ReadonlySet<string>): readonly Row[] {
  const last = rows
    .filter((row) => hidden.has(row.projectId))
    .sort((one, other) => other.usageShare - one.usageShare || (one.projectId < other.projectId ? -1 : 1));
  return [...rows.filter((row) => !hidden.has(row.projectId)), ...last];
}

function groupPage(runtime: Runtime, rows: readonly RatioRow[], input: ReadRatios): ShownPage {
  const chosen =
    input.ecosystem === undefined || input.by !== "ecosystem"
      ? rows
      : rows.filter((row) => row.ecosystem === input.ecosystem);
  const page = pageOfComputed(chosen, input.limit, input.cursor, () =>
    runtime.sha256(canonicalJson(chosen)).slice(0, 24),
  );
  return { items: [...page.items], nextCursor: page.nextCursor, total: chosen.length };
}
