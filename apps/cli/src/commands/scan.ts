import type { Command } from "../command.ts";
import {
  folderOptions,
  noteRefused,
  readPortfolio,
  statusOf,
  type PortfolioProduct,
  type ReadSource,
} from "../inventories/portfolio.ts";
import { rulesInWords } from "../inventories/rules.ts";
import { shown, table } from "../text/table.ts";

export const command: Command = {
  usage: "scan DIR [--product NAME] [--include GLOB] [--exclude GLOB]",
  about:
    "Finds every inventory below a folder and prints products, sources, counts and problems. Nothing is sent.",
  options: {
    ...folderOptions,
    rules: { type: "boolean", about: "print what is looked for and what is skipped" },
    problems: { type: "boolean", about: "print every problem with its place" },
  },
  async run(given, terminal) {
    if (given.flag("rules")) {
      terminal.print(given.json ? JSON.stringify({ rules: rulesInWords() }) : rulesInWords().join("\n"));
      return 0;
    }
    const products = await readPortfolio(given, terminal);
    if (given.json)
      terminal.print(
        JSON.stringify({
          products: products.map(({ name, sources }) => ({ product: name, sources: sources.map(printed) })),
        }),
      );
    else for (const line of linesOf(products, given.flag("problems"))) terminal.print(line);
    noteRefused(products, given.positionals[0] ?? "", terminal.note);
    return statusOf(products.flatMap(({ sources }) => sources));
  },
};

function printed(source: ReadSource) {
  if (source.kind === "refused") return { path: source.path, error: source.refusal };
  const { format, formatVersion, shape, root, members, components, edges, problems } = source.inventory;
  return {
    path: source.path,
    format,
    formatVersion,
    shape,
    root: root?.name ?? null,
    members: members.map(({ name, ref }) => name ?? ref),
    components: components.length,
    direct: components.filter(({ direct }) => direct === true).length,
    edges: edges.length / 2,
    beside: [...source.beside.keys()],
    statements: source.statements.length,
    problems,
  };
}

function linesOf(products: readonly PortfolioProduct[], everyProblem: boolean): readonly string[] {
  const sources = products.flatMap(({ sources: all }) => all);
  if (sources.length === 0) return [];
  const rows = products.flatMap(({ name, sources: all }) =>
    all.map((source, place) => rowOf(place === 0 ? name : "", source)),
  );
  const problems = everyProblem
    ? products.flatMap(({ name, sources: all }) => all.flatMap((source) => problemLines(name, source)))
    : [];
  return [
    ...table(["product", "source", "format", "components", "direct", "edges", "problems"], rows, "lllrrrl"),
    ...(problems.length === 0 ? [] : ["", ...problems]),
    "",
    `${products.length} products, ${sources.length} sources, ${sources.reduce((sum, source) => sum + (source.kind === "inventory" ? source.inventory.components.length : 0), 0)} components`,
  ];
}

function rowOf(product: string, source: ReadSource): readonly string[] {
  if (source.kind === "refused")
    return [shown(product), shown(source.path), "", "", "", "", `refused: ${source.refusal.code}`];
  const { format, formatVersion, shape, components, edges, problems } = source.inventory;
  const counts = Map.groupBy(problems, ({ code }) => code);
  return [
    shown(product),
    shown(source.path),
    `${format} ${formatVersion}${shape === "graph" ? "" : ` (${shape})`}`,
    String(components.length),
    String(components.filter(({ direct }) => direct === true).length),
    String(edges.length / 2),
    Array.from(counts, ([code, all]) => (all.length === 1 ? code : `${code} ×${all.length}`)).join(", "),
  ];
}

function problemLines(product: string, source: ReadSource): readonly string[] {
  const problems =
    source.kind === "refused" ? [{ severity: "error", ...source.refusal }] : source.inventory.problems;
  return problems.map(({ severity, code, message, where }) =>
    shown(`${product}/${source.path}${where === null ? "" : ` ${where}`}: ${severity} ${code}: ${message}`),
  );
}
