/** Order of Go module versions: semantic versioning 2.0, section 11; `+incompatible` does not count. */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let i = 0; i < 3; i++) {
    const difference = compareNumbers(left.core[i] ?? "0", right.core[i] ?? "0");
    if (difference !== 0) return difference;
  }
  return comparePrereleases(left.prerelease, right.prerelease);
}

function partsOf(version: string): { core: readonly string[]; prerelease: string } {
  const bare = version.replace(/^v/, "").replace(/\+.*$/, "");
  const dash = bare.indexOf("-");
  return {
    core: (dash === -1 ? bare : bare.slice(0, dash)).split("."),
    prerelease: dash === -1 ? "" : bare.slice(dash + 1),
  };
}

/** Digits of any length: pseudo-versions hold dates that are beyond exact numbers. */
function compareNumbers(a: string, b: string): number {
  const left = a.replace(/^0+(?=.)/, "");
  const right = b.replace(/^0+(?=.)/, "");
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : Number(left > right);
}

function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return 1;
  if (b === "") return -1;
  const left = a.split(".");
  const right = b.split(".");
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareIdentifiers(left[i] ?? "", right[i] ?? "");
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareIdentifiers(a: string, b: string): number {
  const numericA = /^\d+$/.test(a);
  const numericB = /^\d+$/.test(b);
  if (numericA && numericB) return compareNumbers(a, b);
  if (numericA !== numericB) return numericA ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

/** True for Go versions before 1.17, whose go.mod lists only what the main module itself requires. */
export function listsOnlyDirect(goVersion: string | null): boolean {
  const [major = "1", minor = "16"] = (goVersion ?? "1.16").split(".");
  return Number(major) < 1 || (Number(major) === 1 && Number.parseInt(minor, 10) < 17);
}
