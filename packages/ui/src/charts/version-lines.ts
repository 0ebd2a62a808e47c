import { roughWidth } from "./room.ts";
import { place } from "./scale.ts";

export interface Version {
  readonly name: string;
  /** Named by an advisory: its column is tinted. */
  readonly affected: boolean;
}

/** A version that a product holds or held; the index is its place among the versions. */
export interface HeldVersion {
  readonly version: number;
  readonly inForce: boolean;
}

/** Versions of one product: none where the project was not found, null where nobody can say. */
export type HeldVersions = readonly HeldVersion[] | null;

/** A part of the line from the earliest to the latest version, in columns: 0.5 is the middle of the first. */
export interface LinePart {
  readonly from: number;
  readonly to: number;
  /** It passes an affected version that was never in force. */
  readonly dotted: boolean;
}

/** The line through the versions of a product: solid, dotted across each affected column in which it has no dot. */
export function lineParts(held: readonly HeldVersion[], versions: readonly Version[]): readonly LinePart[] {
  const own = new Set(held.map(({ version }) => version));
  if (own.size < 2) return [];
  const [first, last] = [Math.min(...own), Math.max(...own)];
  const parts: LinePart[] = [];
  for (let column = first; column <= last; column++) {
    const dotted = versions[column]?.affected === true && !own.has(column);
    const [from, to] = [Math.max(first + 0.5, column), Math.min(last + 0.5, column + 1)];
    const before = parts.at(-1);
    if (before?.dotted === dotted) parts.splice(-1, 1, { ...before, to });
    else parts.push({ from, to, dotted });
  }
  return parts;
}

export interface VersionName {
  readonly name: string;
  readonly affected: boolean;
  /** The middle of its column. */
  readonly x: number;
}

const LETTER = 11;
const BETWEEN = 6;

/** The names that have room over their columns: those of affected versions first, then from the latest back. */
export function versionNames(versions: readonly Version[], column: number): readonly VersionName[] {
  const placed: { readonly index: number; readonly from: number; readonly to: number }[] = [];
  const order = versions
    .map((version, index) => ({ version, index }))
    .toSorted((a, b) => Number(b.version.affected) - Number(a.version.affected) || b.index - a.index);
  for (const { version, index } of order) {
    const half = roughWidth(version.name, LETTER) / 2 + BETWEEN / 2;
    const middle = (index + 0.5) * column;
    const [from, to] = [middle - half, middle + half];
    if (placed.every((other) => to <= other.from || from >= other.to)) placed.push({ index, from, to });
  }
  return placed
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, from, to }) => ({
      name: versions[index]?.name ?? "",
      affected: versions[index]?.affected === true,
      x: place((from + to) / 2),
    }));
}
