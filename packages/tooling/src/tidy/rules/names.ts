import { childNode, childNodes } from "../../lint/rule.ts";
import type { SyntaxNode } from "../../lint/rule.ts";
import { isSource, lineAt } from "../repository.ts";
import type { Finding, Tree } from "../repository.ts";
import { parsedSources, startOf } from "../syntax.ts";

const bannedPart = /^(utils?|common|misc|helpers?|shared|stuff)$/;
const bannedSuffix = /[a-z](Schema|Dto|DTO|Util|Utils|Helper|Helpers|Manager|Service)$/;
const twin =
  /^(old|legacy|deprecated|backup)[-.]|[-.](old|next|new|copy|backup|bak|legacy|deprecated|v\d)$|[a-z]2$/;
/** Names that end in 2 for a reason of their own. */
const notTwins = /^(oauth2|sha2|http2|base32|utf32)$/;

/** A name answers "what of the domain is this?". A drawer for the rest has no name, and a twin means that one is dead. */
export function names(tree: Tree): readonly Finding[] {
  return [...pathNames(tree), ...exportedNames(tree)];
}

function pathNames(tree: Tree): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { path } of tree.files) {
    if (!isSource(path)) continue;
    const parts = path.split("/").map((part) => part.replace(/(\.test|\.config)?\.(ts|tsx|mjs)$/, ""));
    const drawer = parts.find((part) => bannedPart.test(part));
    if (drawer !== undefined)
      findings.push(finding(path, null, `"${drawer}" says nothing about what is in it`));
    const double = parts.find((part) => twin.test(part) && !notTwins.test(part));
    if (double !== undefined)
      findings.push(finding(path, null, `"${double}" is the twin of something: keep one`));
  }
  return findings;
}

function exportedNames(tree: Tree): readonly Finding[] {
  return parsedSources(tree).flatMap(({ path, text, program }) =>
    childNodes(program, "body")
      .filter((node) => node.type === "ExportNamedDeclaration")
      .flatMap((node) => declaredNames(node).map((name) => ({ node, name })))
      .filter(({ name }) => bannedSuffix.test(name))
      .map(({ node, name }) =>
        finding(path, lineAt(text, startOf(node)), `${name}: name the thing, not its role in the program`),
      ),
  );
}

function declaredNames(exported: SyntaxNode): readonly string[] {
  const declaration = childNode(exported, "declaration");
  if (!declaration) return [];
  const owners =
    declaration.type === "VariableDeclaration" ? childNodes(declaration, "declarations") : [declaration];
  return owners.map((owner) => childNode(owner, "id")?.["name"]).filter((name) => typeof name === "string");
}

function finding(path: string, line: number | null, message: string): Finding {
  return { rule: "names", path, line, message };
}
