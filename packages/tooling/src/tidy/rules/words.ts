import { isTest, lineAt } from "../repository.ts";
import type { Finding, Tree } from "../repository.ts";
import { parsedSources, startOf, walk } from "../syntax.ts";

/** What a reader of a screen, an answer or a document must never meet, and what to say instead. */
const bannedWords: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /\bunfunded\b/i, instead: "no public funding found" },
  { pattern: /\brisky\b/i, instead: "few people carry this project" },
  { pattern: /\babandoned\b/i, instead: "no release since …" },
  { pattern: /\bbus factor\b/i, instead: "few people carry this project" },
  { pattern: /\bsuspicious\b/i, instead: "release authority changed" },
  { pattern: /\p{Emoji_Presentation}/u, instead: "words; no emoji" },
];

const userFacing = /^(apps|packages\/(ui|operations|contract|reports|domain|ingest|db)|infra)\//;

/** Headwater shames no maintainer: certain words appear neither in text that users read nor in documents. */
export function words(tree: Tree): readonly Finding[] {
  return [...documentWords(tree), ...sourceWords(tree)];
}

function documentWords(tree: Tree): readonly Finding[] {
  return tree.files
    .filter((file) => file.path.endsWith(".md") && !file.path.includes("/fixtures/"))
    .flatMap((file) => bannedIn(file.path, prose(file.text ?? ""), 1));
}

function sourceWords(tree: Tree): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { path, text, program } of parsedSources(tree)) {
    if (!userFacing.test(path) || isTest(path)) continue;
    walk(program, (node) => {
      if (node.type === "ImportDeclaration") return false;
      const said = node.type === "TemplateElement" ? cooked(node["value"]) : node["value"];
      if (!/^(Literal|TemplateElement|JSXText)$/.test(node.type) || typeof said !== "string") return;
      findings.push(...bannedIn(path, said, lineAt(text, startOf(node))));
      return;
    });
  }
  return findings;
}

/** A document without its code: to name a word is not to use it. Lines are kept. */
function prose(markdown: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, " ");
  return markdown.replace(/^```[\s\S]*?^```/gm, blank).replace(/`[^`\n]*`/g, blank);
}

function bannedIn(path: string, text: string, firstLine: number): readonly Finding[] {
  return bannedWords.flatMap(({ pattern, instead }) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const line = firstLine + lineAt(text, match.index) - 1;
    return [{ rule: "words", path, line, message: `"${match[0]}": say instead: ${instead}` }];
  });
}

function cooked(value: unknown): unknown {
  return typeof value === "object" && value !== null && "cooked" in value ? value.cooked : null;
}
