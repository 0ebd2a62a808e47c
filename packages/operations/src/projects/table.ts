import { standings } from "@headwater/contract/presence";
import { ProjectTable, ReadTable, type TableRow } from "@headwater/contract/projects";
import { listedProjects } from "@headwater/contract/projects-table";
import type { RatioRow } from "@headwater/contract/ratios";
import { reading } from "../operation/index.ts";
import { projectsInEcosystem, shownProject, withoutTime } from "../ratios/by-project.ts";
import { computedRatios } from "../ratios/compute.ts";
import { requireEcosystem } from "../ratios/ecosystem-filter.ts";
import { nameProjects } from "../ratios/project-names.ts";
import { hiddenProjects, requireVisibleTeam } from "../ratios/team-filter.ts";
import { presenceOn } from "./presence.ts";

/** The table of projects with the filters and in the order in which somebody sees it, whole, for a file. */
export const readProjectTable = reading({
  name: "project.read-table",
  access: "ratio.read",
  input: ReadTable,
  output: ProjectTable,
  async run(context, input): Promise<ProjectTable> {
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    if (input.ecosystem !== undefined) await requireEcosystem(context, input.ecosystem);
    const chosen = input.ecosystem === undefined ? null : projectsInEcosystem(computed, input.ecosystem);
    const rows = computed.ordered.filter((row) => chosen === null || chosen.has(row.projectId));
    await nameProjects(
      context,
      computed,
      rows.map((row) => row.projectId),
    );
    const hidden = hiddenProjects(context, computed);
    const { currency } = context.organization;
    const shown = rows.map((row) => {
      const named = shownProject(row, computed.beside.named.get(row.projectId) ?? null, currency);
      return hidden.has(row.projectId) ? withoutTime(named) : named;
    });
    const presence = await presenceOn(context, input);
    const standing = standings(presence);
    const byId = new Map(presence.items.map((item) => [item.id, item]));
    const items = listedProjects(shown, input, standing).map((row): TableRow => {
      const { marks = "", ecosystems = [] } = byId.get(row.id) ?? {};
      const containing = presence.products.filter((_, place) => marks[place] === "1");
      return {
        ...figuresOf(row),
        ecosystems,
        products: containing.map(({ name }) => name),
        owners: [...standing(row.id).owners],
        tier: standing(row.id).tier,
        currency,
      };
    });
    return { items, total: items.length };
  },
});

function figuresOf(
  row: RatioRow,
): Omit<TableRow, "ecosystems" | "products" | "owners" | "tier" | "currency"> {
  return {
    project: row.project ?? row.id,
    name: row.name,
    reach: row.reach,
    usageShare: row.usageShare,
    minutes: row.minutes,
    cash: row.cash,
    giveBack: row.giveBack,
    fairShare: row.fairShare,
    gap: row.gap,
    ratio: row.ratio,
    fairShareMet: row.fairShareMet,
    channels: row.channels.map(({ url }) => url),
    provisional: row.provisional,
    tail: row.tail,
  };
}
