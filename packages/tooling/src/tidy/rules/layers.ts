import { childNode } from "../../lint/rule.ts";
import type { SyntaxNode } from "../../lint/rule.ts";
import { isTest, lineAt } from "../repository.ts";
import type { Finding, Tree } from "../repository.ts";
import { endOf, parsedSources, startOf, walk } from "../syntax.ts";

interface Reserved {
  readonly modules: RegExp;
  readonly allowed: RegExp;
  readonly because: string;
}

/** Modules that only some folders may import. `turbo boundaries` keeps packages apart; this keeps folders apart. */
const reserved: readonly Reserved[] = [
  {
    modules: /^(pg|pg-copy-streams|drizzle-orm)(\/|$)/,
    // Tests look behind the operations; the queue hands pg-boss the caller's transaction.
    allowed:
      /^(packages\/(db|operations|tooling)\/|apps\/api\/src\/auth|apps\/worker\/src\/queue\.ts$|apps\/\w+\/src\/(.+\/)?(testing\/|[\w.-]+\.test\.ts$))/,
    because: "SQL is written in packages/db and packages/operations only",
  },
  {
    modules: /^@headwater\/db(\/|$)/,
    allowed: /^(packages\/(operations|db|tooling)|apps\/(api|worker|cli))\//,
    because: "only operations and the apps that start them know the database",
  },
  {
    modules: /^pg-boss$/,
    allowed: /^(apps\/worker|packages\/tooling|packages\/db\/src\/queue)\//,
    because: "the queue is the worker's, and its tables are made where all tables are",
  },
];

/** Rules of the map in ARCHITECTURE.md that are finer than a package. */
export function layers(tree: Tree): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { path, text, program } of parsedSources(tree)) {
    walk(program, (node) => {
      const message = importFault(path, node) ?? numberFault(path, text, node);
      if (message !== null)
        findings.push({ rule: "layers", path, line: lineAt(text, startOf(node)), message });
    });
  }
  return findings;
}

function importFault(path: string, node: SyntaxNode): string | null {
  const source = childNode(node, "source")?.["value"];
  if (typeof source !== "string") return null;
  if (
    path.startsWith("apps/web/src/") &&
    source.startsWith("@headwater/api") &&
    node["importKind"] !== "type"
  )
    return "the web app sees only the type of the router: import type";
  const rule = reserved.find((one) => one.modules.test(source) && !one.allowed.test(path));
  return rule ? `${source}: ${rule.because}` : null;
}

/** In what users see, numbers, days and money become text in packages/ui/src/format and nowhere else. */
function numberFault(path: string, text: string, node: SyntaxNode): string | null {
  const screen = /^(apps\/web|packages\/ui)\/src\//.test(path) && !path.startsWith("packages/ui/src/format/");
  if (!screen || isTest(path) || node.type !== "MemberExpression") return null;
  const property = String(childNode(node, "property")?.["name"]);
  const object = String(childNode(node, "object")?.["name"]);
  const formats = /^(toLocaleString|toLocaleDateString|toLocaleTimeString|toPrecision)$/.test(property);
  // Intl also answers questions that are no formatting, such as the browser's time zone or an alphabet's order.
  const asks = text.slice(endOf(node), endOf(node) + 20).startsWith("().resolvedOptions");
  const formatter = object === "Intl" && /Format$|^PluralRules$/.test(property) && !asks;
  if (!formats && !formatter) return null;
  return "numbers become text in packages/ui/src/format only";
}
