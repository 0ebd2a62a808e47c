import { FoundComponents } from "@headwater/contract/products";
import { Failure, type Command } from "../command.ts";
import { call } from "../server/client.ts";
import { storedServer } from "../server/connection.ts";
import { shown, table } from "../text/table.ts";
import { nameOf } from "../usage/mapping.ts";

type Found = ReturnType<typeof FoundComponents.parse>;

export const command: Command = {
  usage: "where PURL-OR-NAME [--version RANGE]",
  about:
    "Prints which products use a package, in which versions, since when and by which path, and where nobody can say.",
  options: {
    version: { type: "string", value: "RANGE", about: "only these versions, such as >=5.6.0 <5.6.2" },
  },
  async run(given, terminal) {
    const [q, more] = given.positionals;
    if (q === undefined || more !== undefined)
      throw new Failure("Name one package, such as xz-utils or pkg:npm/axios.");
    const server = await storedServer(terminal);
    const found = await call(
      server,
      { method: "GET", path: "/components", query: { q, version: given.text("version") } },
      FoundComponents,
    );
    if (given.json) terminal.print(JSON.stringify(found));
    else for (const line of linesOf(found)) terminal.print(line);
    return 0;
  },
};

function linesOf({ affected, notAffected, unknown, truncated }: Found): readonly string[] {
  const uses = affected.flatMap(({ name, tier, team, uses: all }) =>
    all.map((use, place) => [
      ...(place === 0 ? [shown(name), String(tier), shown(team ?? "")] : ["", "", ""]),
      shown(nameOf(use.package)),
      shown(use.version ?? "?"),
      `${use.scope}${use.direct === true ? ", direct" : ""}`,
      shown(use.source),
      use.since.slice(0, 10),
      shown(use.path.map(nameOf).join(" → ")),
    ]),
  );
  return [
    ...(uses.length === 0
      ? []
      : [
          ...table(
            ["product", "tier", "team", "package", "version", "scope", "source", "since", "path"],
            uses,
            "lllllllll",
          ),
          "",
        ]),
    `${affected.length} products use it, ${notAffected.length} do not, of ${unknown.length} nobody can say`,
    ...unknown.map(({ name, reason }) => shown(`  ${name}: ${reason}`)),
    ...(truncated ? ["There is more than is shown; narrow the question."] : []),
  ];
}
