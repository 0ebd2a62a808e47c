import { MyRecentWork, ReadMyRecentWork } from "@headwater/contract/contributions";
import { contributions, projects } from "@headwater/db/tables";
import { medianOf, parseContributionKind } from "@headwater/domain/contribution";
import { addDays } from "@headwater/domain/period";
import { and, desc, eq, gt, gte, isNull, sql } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { ownRows } from "./list.ts";
import { productsWith } from "./products-with.ts";

/** Older work says little of what comes next. */
const DAYS_BACK = 120;

const MOST_ROWS = 500;

/** Each project with each kind once: what was done most often in the last four months, and of equals the last. */
export const readMyRecentWork = reading({
  name: "contribution.my-recent-work",
  access: "contribution.read",
  input: ReadMyRecentWork,
  output: MyRecentWork,
  async run(context, input) {
    const rows = await context.db
      .select({
        projectId: contributions.projectId,
        project: projects.slug,
        projectName: projects.name,
        kind: contributions.kind,
        minutes: contributions.minutes,
        day: contributions.day,
      })
      .from(contributions)
      .innerJoin(
        projects,
        and(
          eq(projects.organizationId, contributions.organizationId),
          eq(projects.id, contributions.projectId),
        ),
      )
      .where(
        and(
          eq(contributions.organizationId, context.organization.id),
          ownRows(context),
          gte(contributions.day, addDays(context.today, -DAYS_BACK)),
          isNull(contributions.reversesId),
          gt(contributions.minutes, 0),
          // What was taken back was a slip.
          sql`not exists (select 1 from contributions back where back.organization_id = ${contributions.organizationId} and back.reverses_id = ${contributions.id})`,
        ),
      )
      .orderBy(desc(contributions.day), desc(contributions.id))
      .limit(MOST_ROWS);
    const works = [...Map.groupBy(rows, (row) => `${row.projectId} ${row.kind}`).values()]
      .toSorted((one, other) => other.length - one.length)
      .slice(0, input.limit);
    const products = await productsWith(
      context,
      works.flatMap(([row]) => (row === undefined ? [] : [row.projectId])),
    );
    const items = works.flatMap((all) => {
      const [last] = all;
      const kind = parseContributionKind(last?.kind ?? "");
      if (last === undefined || kind === null) return [];
      return [
        {
          project: last.project,
          projectName: last.projectName,
          kind,
          usualMinutes: medianOf(all.map(({ minutes }) => minutes)) ?? last.minutes,
          lastDay: last.day,
          rows: all.length,
          products: products.get(last.projectId) ?? 0,
        },
      ];
    });
    return { items };
  },
});
