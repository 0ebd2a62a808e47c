import { ListMappingRules, MappingRules } from "@headwater/contract/mapping";
import { packages } from "@headwater/db/tables";
import { ruleBook } from "@headwater/domain/mapping";
import { eq } from "drizzle-orm";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { reading } from "../operation/index.ts";
import { activeRules, packageRows } from "./decided-packages.ts";

/** Rules in force, in the order in which they were set, each with the packages that it decides. */
export const listMappingRules = reading({
  name: "mapping-rule.list",
  access: "mapping.read",
  input: ListMappingRules,
  output: MappingRules,
  async run(context, input) {
    const cursor = parseCursor(input.cursor);
    const rules = await activeRules(context);
    const pin = cursor?.pin ?? rules.at(-1)?.id ?? "";
    const rest = rules.filter((rule) => rule.id <= pin && (cursor === null || rule.id > cursor.after));
    const shown = rest.slice(0, input.limit);
    const book = ruleBook(rules);
    const counts = new Map<string, number>();
    for (const row of await packageRows(context, eq(packages.basis, "rule"))) {
      const decisive = book.ruleFor(row.purl);
      if (decisive !== null) counts.set(decisive.id, (counts.get(decisive.id) ?? 0) + 1);
    }
    const last = shown.at(-1);
    return {
      items: shown.map(({ id, pattern, project }) => ({
        id,
        pattern,
        project,
        packages: counts.get(id) ?? 0,
      })),
      nextCursor: rest.length > shown.length && last ? printCursor({ pin, after: last.id }) : null,
    };
  },
});
