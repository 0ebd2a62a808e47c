import { FindAnything, Found } from "@headwater/contract/search";
import { packages, people, products, projects } from "@headwater/db/tables";
import { and, asc, eq, ilike, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type Context, reading } from "../operation/index.ts";
import { shownProject, withoutTime } from "../ratios/by-project.ts";
import { computedRatios } from "../ratios/compute.ts";
import { nameProjects } from "../ratios/project-names.ts";
import { hiddenProjects } from "../ratios/team-filter.ts";

/** More of one kind is no answer but a list, which the pages have. */
const MOST = 8;

/** As many are compared before the best are taken: the most used of what a short word finds is among them. */
const COMPARED = 500;

/**
 * Whatever has a name: projects by their own or by a package's, products, people for those who may see them. What is
 * called so comes before what begins so, that before what holds it; among equals the more used comes first.
 */
export const findAnything = reading({
  name: "search.find",
  access: "ratio.read",
  input: FindAnything,
  output: Found,
  async run(context, input): Promise<Found> {
    return {
      projects: await foundProjects(context, input),
      products: await foundProducts(context, input.q),
      people: context.may("person.read") ? await foundPeople(context, input.q) : [],
      currency: context.organization.currency,
    };
  },
});

async function foundProjects(context: Context, { q, period }: FindAnything): Promise<Found["projects"]> {
  const own = eq(projects.organizationId, context.organization.id);
  const byPackage = await packagesCalled(context, q);
  const called = or(
    holds(projects.slug, q),
    holds(projects.name, q),
    byPackage.size === 0 ? undefined : inArray(projects.id, [...byPackage.keys()]),
  );
  const rows = await context.db
    .select({ id: projects.id, name: projects.name, slug: projects.slug, provisional: projects.provisional })
    .from(projects)
    .where(and(own, called))
    .orderBy(asc(projects.slug))
    .limit(COMPARED);
  const computed = await computedRatios(context, { period });
  const figures = new Map(computed.ordered.map((row) => [row.projectId, row]));
  const use = (id: (typeof rows)[number]["id"]) => figures.get(id)?.usageShare ?? 0;
  const best = rows
    // A provisional project without figures has lost its only package to another.
    .filter((row) => !row.provisional || figures.has(row.id))
    .map((row) => ({ row, fit: fitOf(q, row.name, row.slug) }))
    .sort((one, other) => one.fit - other.fit || use(other.row.id) - use(one.row.id))
    .slice(0, MOST);
  await nameProjects(
    context,
    computed,
    best.map(({ row }) => row.id),
  );
  const hidden = hiddenProjects(context, computed);
  const shownFigures = (id: (typeof rows)[number]["id"]) => {
    const figure = figures.get(id);
    if (figure === undefined) return null;
    const named = computed.beside.named.get(id) ?? null;
    const row = shownProject(figure, named, context.organization.currency);
    const { reach, giveBack, giveBackUnknown, gap, gapUnknown } = hidden.has(id) ? withoutTime(row) : row;
    return { reach, giveBack, giveBackUnknown, gap, gapUnknown };
  };
  return best.map(({ row, fit }) => ({
    project: row.slug,
    name: row.name,
    provisional: row.provisional,
    package: fit === NOT_BY_NAME ? (byPackage.get(row.id) ?? null) : null,
    figures: shownFigures(row.id),
  }));
}

/** One package for each project that has one of such a name. */
async function packagesCalled(context: Context, q: string) {
  const rows = await context.db
    .select({ projectId: packages.projectId, name: packages.name })
    .from(packages)
    .where(and(eq(packages.organizationId, context.organization.id), holds(packages.name, q)))
    .orderBy(asc(packages.name))
    .limit(COMPARED);
  return new Map(rows.toReversed().map((row) => [row.projectId, row.name]));
}

async function foundProducts(context: Context, q: string): Promise<Found["products"]> {
  return context.db
    .select({ slug: products.slug, name: products.name, tier: products.tier })
    .from(products)
    .where(
      and(
        eq(products.organizationId, context.organization.id),
        or(holds(products.slug, q), holds(products.name, q)),
      ),
    )
    .orderBy(asc(products.tier), asc(products.slug))
    .limit(MOST);
}

async function foundPeople(context: Context, q: string): Promise<Found["people"]> {
  const rows = await context.db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      and(
        eq(people.organizationId, context.organization.id),
        isNull(people.erasedAt),
        or(holds(people.name, q), holds(people.email, q)),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST);
  return rows.map((row) => ({ id: row.id, name: row.name ?? "", email: row.email }));
}

const NOT_BY_NAME = 3;

/** 0 called so, 1 begins so, 2 holds it, 3 only one of its packages does. */
function fitOf(q: string, name: string, slug: string): number {
  const sought = q.toLowerCase();
  const names = [name.toLowerCase(), slug.slice(slug.lastIndexOf("/") + 1).toLowerCase()];
  if (names.includes(sought)) return 0;
  if (names.some((one) => one.startsWith(sought))) return 1;
  return name.toLowerCase().includes(sought) || slug.toLowerCase().includes(sought) ? 2 : NOT_BY_NAME;
}

function holds(column: PgColumn, text: string): SQL | undefined {
  return ilike(column, `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`);
}
