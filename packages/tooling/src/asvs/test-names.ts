import { childNode, childNodes } from "../lint/rule.ts";
import type { SyntaxNode } from "../lint/rule.ts";
import { endOf, parse, startOf, walk } from "../tidy/syntax.ts";

const GROUP = "describe";
const CASES = new Set(["it", "test"]);
/** A test that does not run, or that is meant to fail, shows nothing. */
const SILENT = new Set(["skip", "todo", "fails"]);

/**
 * The full names of the tests that a source declares, groups before tests with " > " between them, as vitest prints them.
 * Titles of tables stand as they are written (`%s`), titles that are put together with their `${…}`.
 */
export function testNames(source: string, lang: "ts" | "tsx"): ReadonlySet<string> {
  const parsing = parse(source, lang);
  const names = new Set<string>();
  if (parsing.kind === "parsed") collect(parsing.program, [], source, names);
  return names;
}

function collect(node: SyntaxNode, groups: readonly string[], source: string, names: Set<string>): void {
  walk(node, (child) => {
    if (child === node || child.type !== "CallExpression") return undefined;
    const called = calledOf(childNode(child, "callee"));
    const title = called === null ? null : titleOf(child, source);
    if (called === null || title === null) return undefined;
    if (called.silent) return false;
    if (called.name !== GROUP) {
      names.add([...groups, title].join(" > "));
      return undefined;
    }
    for (const body of childNodes(child, "arguments").slice(1))
      collect(body, [...groups, title], source, names);
    return false;
  });
}

interface Called {
  readonly name: string;
  /** It does not run, or is meant to fail. */
  readonly silent: boolean;
}

/** What `it`, `it.each(table)` and `describe.skipIf(reason)` call in the end. Null for calls of other things. */
function calledOf(node: SyntaxNode | null): Called | null {
  if (node === null) return null;
  if (node.type === "Identifier") {
    const name = String(node["name"]);
    return name === GROUP || CASES.has(name) ? { name, silent: false } : null;
  }
  if (node.type === "CallExpression") return calledOf(childNode(node, "callee"));
  if (node.type === "TaggedTemplateExpression") return calledOf(childNode(node, "tag"));
  if (node.type !== "MemberExpression") return null;
  const object = calledOf(childNode(node, "object"));
  const silent = SILENT.has(String(childNode(node, "property")?.["name"]));
  return object === null ? null : { ...object, silent: object.silent || silent };
}

function titleOf(call: SyntaxNode, source: string): string | null {
  const [title] = childNodes(call, "arguments");
  if (title === undefined) return null;
  if (title.type === "TemplateLiteral") return source.slice(startOf(title) + 1, endOf(title) - 1);
  const value = title["value"];
  return typeof value === "string" ? value : null;
}
