import { ListProjects, Projects } from "@headwater/contract/mapping";
import { projects } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, asc, eq, ilike, or, type SQL } from "drizzle-orm";
import { keyedPage, textKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";

/** In the order of their slugs; `q` is a part of the slug or of the name, whatever the case. */
export const listProjects = reading({
  name: "project.list",
  access: "mapping.read",
  input: ListProjects,
  output: Projects,
  run: (context, input) => {
    const own = eq(projects.organizationId, context.organization.id);
    const asked = and(
      input.q === undefined ? undefined : holds(input.q),
      input.provisional === undefined ? undefined : eq(projects.provisional, input.provisional),
    );
    return keyedPage(context, {
      input,
      table: projects,
      key: projects.slug,
      parseId: (text) => parseIdentifier("prj", text),
      parseKey: textKey,
      read: (condition, limit) =>
        context.db
          .select({
            id: projects.id,
            slug: projects.slug,
            name: projects.name,
            provisional: projects.provisional,
            controlled: projects.controlled,
          })
          .from(projects)
          .where(and(own, asked, condition))
          .orderBy(asc(projects.slug))
          .limit(limit),
      keyOf: (project) => project.slug,
    });
  },
});

function holds(text: string): SQL | undefined {
  const pattern = `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
  return or(ilike(projects.slug, pattern), ilike(projects.name, pattern));
}
