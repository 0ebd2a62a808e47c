import { parsePurl, repositorySlug } from "../package/index.ts";

/** A reference to a project inside of a word: `curl#13412`, `curl/curl!12`, `@babel/core`, `github.com/x/y`, `pkg:npm/x`. */
export interface ProjectWord {
  readonly reference: string;
  readonly number: string | null;
  readonly mark: "#" | "!" | null;
  readonly certainty: "sure" | "doubtful";
  /** More than one known project bears the name. */
  readonly candidates: readonly string[];
}

/** Null for a word that does not look like a project and is not a known one. */
export function projectOfWord(word: string, known: readonly string[]): ProjectWord | null {
  const numbered = /^(.+?)([#!])(\d{1,9})$/.exec(word);
  const name = numbered?.[1] ?? word;
  const number = numbered?.[3] ?? null;
  const mark = numbered === null ? null : numbered[2] === "!" ? "!" : "#";
  const candidates = knownBy(name, known);
  const [only] = candidates;
  if (only !== undefined) {
    const certainty = candidates.length === 1 ? "sure" : "doubtful";
    return { reference: candidates.length === 1 ? only : name, number, mark, certainty, candidates };
  }
  if (numbered === null && !looksLikeProject(name)) return null;
  return { reference: slugOf(name), number, mark, certainty: "sure", candidates: [] };
}

/** The address of a numbered change, where the project's host is known; GitHub leads from issues to pull requests by itself. */
export function addressOfNumber(project: ProjectWord): string | null {
  if (project.number === null) return null;
  const host = project.reference.split("/")[0];
  if (host === "github.com" || host === "codeberg.org")
    return `https://${project.reference}/issues/${project.number}`;
  if (host !== "gitlab.com") return null;
  return `https://${project.reference}/-/${project.mark === "!" ? "merge_requests" : "issues"}/${project.number}`;
}

function knownBy(name: string, known: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  const exact = known.filter((project) => project.toLowerCase() === wanted);
  return exact.length > 0
    ? exact.slice(0, 1)
    : known.filter((project) => project.toLowerCase().endsWith(`/${wanted}`));
}

function looksLikeProject(word: string): boolean {
  if (/^pkg:/i.test(word)) return !("error" in parsePurl(word));
  if (/^@[a-z0-9._-]+\/[a-z0-9._-]+$/i.test(word)) return true;
  // `and/or` has a slash too: without a host in front, only a number behind makes it a repository.
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/i.test(word) && repositorySlug(word) !== null;
}

function slugOf(name: string): string {
  if (/^(?:@|pkg:)/i.test(name)) return name;
  return name.includes("/") ? (repositorySlug(name) ?? name) : name;
}
