import { satisfies, valid, validRange } from "semver";
import { compareVersions } from "./compare-versions.ts";

/** Says of a version whether the range holds it; null: the version cannot be compared. */
export type VersionTest = (version: string) => boolean | null;

/** Ecosystems whose versions are semantic ones, where ranges mean what their own tools take them to mean. */
const semantic = new Set(["npm", "cargo", "golang"]);

/**
 * A range for one ecosystem: npm's syntax for npm, cargo and golang; for all others one version, or comparisons such as
 * `>=5.6.0 <5.6.2`, alternatives parted by `||`. Null for a syntax that is not known there.
 */
export function versionRange(type: string, text: string): VersionTest | null {
  const range = text.trim();
  return semantic.has(type) ? semanticRange(range) : comparisons(range);
}

function semanticRange(text: string): VersionTest | null {
  const range = validRange(text, { loose: true });
  if (range === null) return null;
  return (version) => {
    const read = valid(version, { loose: true });
    return read === null
      ? version === text
        ? true
        : null
      : satisfies(read, range, { loose: true, includePrerelease: true });
  };
}

interface Comparison {
  readonly operator: string;
  readonly version: string;
}

function comparisons(text: string): VersionTest | null {
  const alternatives: Comparison[][] = [];
  for (const alternative of text.split("||")) {
    const parts = [...alternative.matchAll(/(<=|>=|<|>|==?)?\s*([^\s,<>=|]+)/g)];
    const rest = alternative.replaceAll(/(<=|>=|<|>|==?)?\s*([^\s,<>=|]+)/g, "").replaceAll(/[\s,]/g, "");
    const read = parts.map(([, operator = "=", version = ""]) => ({
      operator: operator === "==" ? "=" : operator,
      version,
    }));
    if (read.length === 0 || rest !== "" || !read.every(({ version }) => /^v?\d[\w.+~:-]*$/i.test(version)))
      return null;
    alternatives.push(read);
  }
  return (version) => alternatives.some((all) => all.every((one) => holds(one, version)));
}

function holds({ operator, version: bound }: Comparison, version: string): boolean {
  const order = compareVersions(version, bound);
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  if (operator === ">") return order > 0;
  return operator === ">=" ? order >= 0 : order === 0;
}
