import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { wholeNumber } from "../arguments.ts";
import { Failure, type Command } from "../command.ts";
import {
  folderOptions,
  noteRefused,
  readPortfolio,
  statusOf,
  type PortfolioProduct,
} from "../inventories/portfolio.ts";
import { percent, shown, table } from "../text/table.ts";
import { nameOf, projectsOf, readRules } from "../usage/mapping.ts";
import { ownCode } from "../usage/own-code.ts";
import { leftOverPart, portfolioUsage, type PortfolioUsage } from "../usage/portfolio-usage.ts";

export const command: Command = {
  usage: "usage DIR [--floor 20] [--rules FILE]",
  about:
    "Prints usage share and reach of each project that the products below a folder stand on, with no server. All products weigh the same; packages belong to projects by what files state, else stand alone.",
  options: {
    floor: {
      type: "string",
      value: "UNITS",
      about: "what a product hands out at least (default 20; 0 switches it off)",
    },
    rules: {
      type: "string",
      value: "FILE",
      about: "lines `pattern project`, such as @babel/* github.com/babel/babel",
    },
    own: {
      type: "string",
      multiple: true,
      value: "PATTERN",
      about: "packages of your own, such as @acme/*; may be repeated",
    },
    limit: { type: "string", value: "N", about: "projects in the table (default 40; --json has all)" },
    ...folderOptions,
  },
  async run(given, terminal) {
    const floor = wholeNumber(given, "floor", 20);
    const limit = wholeNumber(given, "limit", 40, 1);
    const rules = await rulesOf(given.text("rules"), terminal.workingFolder);
    const products = await readPortfolio(given, terminal);
    const sources = products.flatMap(({ sources: all }) => all);
    const isOwn = ownCode(products, given.texts("own"));
    const usage = portfolioUsage(products, projectsOf(products, rules), isOwn, floor);
    if (given.json) terminal.print(JSON.stringify(printed(products, usage)));
    else for (const line of linesOf(usage, limit)) terminal.print(line);
    noteRefused(products, given.positionals[0] ?? "", terminal.note);
    return statusOf(sources);
  },
};

async function rulesOf(file: string | null, folder: string) {
  if (file === null) return [];
  const text = await readFile(resolve(folder, file), "utf8").catch(() => {
    throw new Failure(`${file} cannot be read.`);
  });
  return readRules(text, file);
}

function printed(products: readonly PortfolioProduct[], { products: used, projects }: PortfolioUsage) {
  return {
    products: products.map(({ name, sources }) => {
      const usage = used.find((one) => one.name === name)?.usage;
      return {
        product: name,
        projects: usage?.rows.length ?? 0,
        leftOver: usage === undefined ? null : leftOverPart(usage),
        sources: sources.map((source) =>
          source.kind === "refused"
            ? { path: source.path, error: source.refusal }
            : {
                path: source.path,
                format: source.inventory.format,
                components: source.inventory.components.length,
              },
        ),
      };
    }),
    projects,
  };
}

function linesOf({ products, projects }: PortfolioUsage, limit: number): readonly string[] {
  if (products.length === 0) return [];
  const rows = projects
    .slice(0, limit)
    .map(({ project, usageShare, reach, packages }) => [
      percent(usageShare, 2),
      percent(reach, 0),
      shown(nameOf(project)),
      packagesInWords(project, packages),
    ]);
  const alone = projects.filter(({ project }) => isAlone(project));
  const unmapped = alone.reduce((sum, { usageShare }) => sum + usageShare, 0);
  return [
    ...table(["share %", "reach %", "project", "packages"], rows, "rrll"),
    "",
    `${projects.length} projects in ${products.length} products${projects.length > limit ? `, the largest ${limit} shown` : ""}`,
    `${percent(unmapped, 1)} % of usage rests on ${alone.length} packages whose project no file states; --rules FILE says it`,
  ];
}

/** A project that nobody has stated is one package. */
function isAlone(project: string): boolean {
  return project.startsWith("pkg:") || project.startsWith("unidentified:");
}

function packagesInWords(project: string, packages: readonly string[]): string {
  const names = packages.map((key) => shown(nameOf(key)));
  if (isAlone(project) && names.length === 1) return ecosystemInWords(project);
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}

function ecosystemInWords(project: string): string {
  return /^pkg:([^/]+)\//.exec(project)?.[1] ?? "";
}
