import { parseContributionKind } from "./kind.ts";
import type { ContributionKind } from "./kind.ts";

export interface KindWord {
  readonly kind: ContributionKind;
  /** `doubtful` where the word also means other things in a note. */
  readonly certainty: "sure" | "doubtful";
}

/** The kind that a word names or suggests; null for other words. */
export function kindOfWord(word: string): KindWord | null {
  const lower = word.toLowerCase();
  const named = parseContributionKind(lower) ?? FORMS.get(lower);
  if (named !== undefined && named !== null) return { kind: named, certainty: "sure" };
  const hinted = HINTS.get(lower);
  return hinted === undefined ? null : { kind: hinted, certainty: "doubtful" };
}

/** Words that lead to the project's name: `30m docs for curl`. */
export function leadsToProject(word: string): boolean {
  return LEADING.has(word.toLowerCase());
}

/** Words that are never a project where nothing else says so. */
export function isPlainWord(word: string): boolean {
  return PLAIN.has(word.toLowerCase()) || !/^[@A-Za-z0-9][A-Za-z0-9@._/:~+-]*$/.test(word);
}

const FORMS = new Map<string, ContributionKind>([
  ["coding", "code"],
  ["coded", "code"],
  ["reviews", "review"],
  ["reviewed", "review"],
  ["reviewing", "review"],
  ["triaged", "triage"],
  ["triaging", "triage"],
  ["doc", "docs"],
  ["documentation", "docs"],
  ["documenting", "docs"],
  ["documented", "docs"],
  ["tests", "test"],
  ["testing", "test"],
  ["tested", "test"],
  ["qa", "test"],
  ["securityfix", "security-fix"],
  ["mentored", "mentoring"],
  ["mentor", "mentoring"],
  ["upstreamed", "upstreaming"],
  ["supported", "support"],
  ["supporting", "support"],
  ["geprüft", "review"],
  ["begutachtet", "review"],
  ["durchsicht", "review"],
  ["programmiert", "code"],
  ["gesichtet", "triage"],
  ["doku", "docs"],
  ["dokumentation", "docs"],
  ["dokumentiert", "docs"],
  ["getestet", "test"],
  ["wartung", "maintenance"],
  ["gewartet", "maintenance"],
]);

const HINTS = new Map<string, ContributionKind>([
  ["fix", "code"],
  ["fixed", "code"],
  ["fixing", "code"],
  ["patch", "code"],
  ["patched", "code"],
  ["feature", "code"],
  ["bug", "triage"],
  ["bugs", "triage"],
  ["issue", "triage"],
  ["issues", "triage"],
  ["security", "security-fix"],
  ["cve", "vulnerability-response"],
  ["vuln", "vulnerability-response"],
  ["advisory", "vulnerability-response"],
  ["release", "build-release"],
  ["released", "build-release"],
  ["build", "build-release"],
  ["ci", "build-release"],
  ["meeting", "governance"],
  ["steering", "governance"],
  ["meetup", "community"],
  ["upstream", "upstreaming"],
  ["refactor", "maintenance"],
  ["cleanup", "maintenance"],
  ["behoben", "code"],
  ["fehler", "triage"],
  ["sicherheit", "security-fix"],
  ["sitzung", "governance"],
  ["betreuung", "mentoring"],
]);

const LEADING = new Set(["for", "on", "in", "at", "to", "with", "of", "für", "bei", "zu", "von", "mit"]);

const PLAIN = new Set([
  ...LEADING,
  "a",
  "the",
  "and",
  "or",
  "from",
  "by",
  "this",
  "that",
  "some",
  "my",
  "our",
  "it",
  "is",
  "was",
  "pr",
  "mr",
  "call",
  "helped",
  "wrote",
  "typo",
  "typos",
  "more",
  "new",
  "old",
  "work",
  "worked",
  "spent",
  "time",
  "about",
  "again",
  "an",
  "am",
  "und",
  "oder",
  "der",
  "die",
  "das",
  "den",
  "dem",
  "ein",
  "eine",
  "wieder",
]);
