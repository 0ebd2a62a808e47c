import { ProjectMonths, ReadProjectMonths } from "@headwater/contract/projects";
import { allocateEqually } from "@headwater/domain/allocation";
import { mapKnown, unknown } from "@headwater/domain/known";
import { type Currency, printAmount } from "@headwater/domain/money";
import { monthParts, periodBefore } from "@headwater/domain/period";
import { badField, reading } from "../operation/index.ts";
import { computedRatios } from "../ratios/compute.ts";
import { givingByMonth, type MonthGiving } from "../ratios/giving-months.ts";
import { FEWER_THAN_THREE, hiddenProjects, requireVisibleTeam } from "../ratios/team-filter.ts";
import { amountOf, reason, valueOf } from "../ratios/unknown.ts";
import { usageByMonth } from "../ratios/usage-months.ts";
import { rowOf } from "../why/value.ts";
import { resolveProject } from "./resolve.ts";

/** Usage against give-back of one project, month by month, of the period and of the same time before it. */
export const readProjectMonths = reading({
  name: "project.read-months",
  access: "ratio.read",
  input: ReadProjectMonths,
  output: ProjectMonths,
  async run(context, input): Promise<ProjectMonths> {
    const project = await resolveProject(context, input.project, "project");
    if (project.controlled)
      throw badField("project", `${project.slug} is controlled by the company, so it has no figures`);
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    const hidden = hiddenProjects(context, computed).has(project.id);
    const now = monthParts(computed.period);
    // Of a team only months are shown that were looked at for what they would say of a person: those of the period.
    const before = input.team === undefined ? periodBefore(computed.period) : null;
    const parts = [...(before === null ? [] : monthParts(before)), ...now];
    const usage = await usageByMonth(context, computed, parts, input);
    const { controlled } = computed.usage.input;
    const giving = (await givingByMonth(context, parts, { ...input, controlled })).get(project.id);
    const { currency } = context.organization;
    const fairShare = mapKnown(rowOf(computed, project.id).fairShareMinor, (minor) =>
      monthly(minor, now.length),
    );
    return {
      currency,
      months: parts.map(({ month }, index) => {
        const shares = usage[index] ?? unknown("no-usage");
        return {
          month,
          inPeriod: index >= parts.length - now.length,
          usageShare: valueOf(mapKnown(shares, (byProject) => byProject.get(project.id) ?? 0)),
          ...reason("usageShareUnknown", shares),
          ...(hidden ? notShown : shownGiving(giving?.[index], currency)),
        };
      }),
      fairShare: amountOf(fairShare, currency),
      ...reason("fairShareUnknown", fairShare),
    };
  },
});

function monthly(minor: bigint, months: number): bigint {
  return allocateEqually(minor, months)?.[0] ?? minor;
}

const notShown = {
  minutes: null,
  minutesUnknown: FEWER_THAN_THREE,
  giveBack: null,
  giveBackUnknown: FEWER_THAN_THREE,
  estimated: null,
  unknownRows: 0,
};

function shownGiving(month: MonthGiving | undefined, currency: Currency) {
  return {
    minutes: month?.minutes ?? 0,
    giveBack: printAmount(month?.giveBackMinor ?? 0n, currency),
    estimated: printAmount(month?.estimatedMinor ?? 0n, currency),
    unknownRows: month?.unknownRows ?? 0,
  };
}
