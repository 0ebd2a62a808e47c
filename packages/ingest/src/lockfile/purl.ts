import { makePurl, printPurl } from "@headwater/domain/package";

type LockedType = "npm" | "cargo" | "golang";

/** A longer text goes through all checks of the full parser, which refuses what is too long. */
const LONGEST_PLAIN = 200;

/**
 * The canonical package URL (ECMA-427) of a locked package; null where the name is none that a package can bear.
 * `name` is the full name: with scope for npm, the module path for golang.
 */
export function lockedPurl(
  type: LockedType,
  name: string,
  version: string | null,
  qualifiers: ReadonlyMap<string, string> | null,
): string | null {
  return (
    (qualifiers === null ? plainPurl(type, name, version) : null) ??
    checkedPurl(type, name, version, qualifiers)
  );
}

/** Nearly all names and versions need no encoding and no check: this is ten times as fast. Null: they might. */
function plainPurl(type: LockedType, name: string, version: string | null): string | null {
  if (type === "golang" || version === null || name.length > LONGEST_PLAIN || version.length > LONGEST_PLAIN)
    return null;
  if (!isPlain(version, 0)) return null;
  if (isPlain(name, 0)) return `pkg:${type}/${name}@${version}`;
  if (type !== "npm" || name.charCodeAt(0) !== 64) return null;
  const slash = name.indexOf("/");
  if (slash < 2 || !isPlain(name.slice(1, slash), 0) || !isPlain(name, slash + 1)) return null;
  return `pkg:npm/%40${name.slice(1, slash)}/${name.slice(slash + 1)}@${version}`;
}

/** At least one of ASCII letters, digits, `.`, `-`, `_`, `~`, and no dot in front. */
function isPlain(text: string, from: number): boolean {
  if (from >= text.length || text.charCodeAt(from) === 46) return false;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      code === 45 ||
      code === 46 ||
      (code >= 65 && code <= 90) ||
      code === 95 ||
      code === 126;
    if (!plain) return false;
  }
  return true;
}

function checkedPurl(
  type: LockedType,
  fullName: string,
  version: string | null,
  qualifiers: ReadonlyMap<string, string> | null,
): string | null {
  const slash = type === "cargo" ? -1 : fullName.lastIndexOf("/");
  const made = makePurl({
    type,
    namespace: slash === -1 ? null : fullName.slice(0, slash),
    name: fullName.slice(slash + 1),
    version,
    qualifiers: qualifiers === null ? null : Object.fromEntries(qualifiers),
  });
  return "error" in made ? null : printPurl(made);
}
