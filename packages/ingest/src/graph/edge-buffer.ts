import type { EdgeLists } from "./rows.ts";

/**
 * Edges whose number is not known before they are read. Typed arrays, so that a million edges leave no garbage behind; and
 * a plain object, for the reason that json/span-table.ts gives.
 */
export interface EdgeBuffer {
  from: Int32Array;
  to: Int32Array;
  rank: Uint8Array;
  length: number;
}

export function edgeBuffer(expected: number): EdgeBuffer {
  return {
    from: new Int32Array(expected),
    to: new Int32Array(expected),
    rank: new Uint8Array(expected),
    length: 0,
  };
}

export function addEdge(buffer: EdgeBuffer, from: number, to: number, rank: number): void {
  const at = buffer.length;
  if (at === buffer.from.length) grow(buffer);
  buffer.from[at] = from;
  buffer.to[at] = to;
  buffer.rank[at] = rank;
  buffer.length = at + 1;
}

/** What was added so far. */
export function edgeLists({ from, to, rank, length }: EdgeBuffer): EdgeLists {
  return { from: from.subarray(0, length), to: to.subarray(0, length), rank: rank.subarray(0, length) };
}

function grow(buffer: EdgeBuffer): void {
  const { from, to, rank } = buffer;
  const room = 2 * buffer.length + 16;
  buffer.from = new Int32Array(room);
  buffer.from.set(from);
  buffer.to = new Int32Array(room);
  buffer.to.set(to);
  buffer.rank = new Uint8Array(room);
  buffer.rank.set(rank);
}
