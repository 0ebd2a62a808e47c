import type { Standing } from "./projects-table.ts";

/** What is known of products and the projects in them, as `ProjectPresence` says it. */
export interface PresenceMarks {
  readonly products: readonly { readonly tier: number; readonly team: string | null }[];
  readonly items: readonly { readonly id: string; readonly marks: string }[];
}

const nowhere: Standing = { tier: null, owners: [] };

/** From the marks of a project to the tiers and owners of the products that contain it. */
export function standings({ products, items }: PresenceMarks): (id: string) => Standing {
  const marksOf = new Map(items.map((item) => [item.id, item.marks]));
  return (id) => {
    const marks = marksOf.get(id);
    if (marks === undefined) return nowhere;
    const containing = products.filter((_, place) => marks[place] === "1");
    const owners = containing.flatMap(({ team }) => (team === null ? [] : [team]));
    return {
      tier: containing.reduce<number | null>((least, { tier }) => Math.min(least ?? tier, tier), null),
      owners: [...new Set(owners)].sort(),
    };
  };
}
