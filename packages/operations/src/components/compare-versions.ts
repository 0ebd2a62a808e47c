/**
 * Orders dotted versions of ecosystems that have no one rule: numbers as numbers, words as words, what comes before a
 * release (`rc`, `beta`) before it. Below 0: the first is older. Equal versions may be written differently (`1.0` and `v1`).
 */
export function compareVersions(one: string, other: string): number {
  const left = piecesOf(one);
  const right = piecesOf(other);
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const order = comparePieces(left[place] ?? "0", right[place] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
}

/** Build metadata after a plus names no other version. */
function piecesOf(version: string): string[] {
  return (
    version
      .replace(/^v(?=\d)/i, "")
      .replace(/\+.*$/, "")
      .toLowerCase()
      .match(/\d+|[a-z]+/g) ?? []
  ).filter((piece) => piece !== "final");
}

const beforeRelease = new Set([
  "dev",
  "snapshot",
  "alpha",
  "a",
  "beta",
  "b",
  "m",
  "milestone",
  "pre",
  "preview",
  "c",
  "rc",
  "cr",
]);

function comparePieces(one: string, other: string): number {
  const numbers = [/^\d/.test(one), /^\d/.test(other)];
  if (numbers[0] && numbers[1]) return sign(BigInt(one) - BigInt(other));
  if (numbers[0]) return beforeRelease.has(other) ? 1 : -1;
  if (numbers[1]) return beforeRelease.has(one) ? -1 : 1;
  const kinds = Number(beforeRelease.has(other)) - Number(beforeRelease.has(one));
  return kinds !== 0 ? kinds : one < other ? -1 : Number(one > other);
}

function sign(difference: bigint): number {
  return difference < 0n ? -1 : Number(difference > 0n);
}
