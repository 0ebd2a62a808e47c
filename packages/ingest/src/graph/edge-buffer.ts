import type { EdgeLists } from "./rows.ts";

/** Edges whose number is not known before they are read. Typed arrays, so that a million edges leave no garbage behind. */
export class EdgeBuffer {
  private from: Int32Array;
  private to: Int32Array;
  private rank: Uint8Array;
  private length = 0;

  constructor(expected: number) {
    this.from = new Int32Array(expected);
    this.to = new Int32Array(expected);
    this.rank = new Uint8Array(expected);
  }

  add(from: number, to: number, rank: number): void {
    if (this.length === this.from.length) this.grow();
    this.from[this.length] = from;
    this.to[this.length] = to;
    this.rank[this.length] = rank;
    this.length += 1;
  }

  /** What was added so far. */
  lists(): EdgeLists {
    return {
      from: this.from.subarray(0, this.length),
      to: this.to.subarray(0, this.length),
      rank: this.rank.subarray(0, this.length),
    };
  }

  private grow(): void {
    const { from, to, rank } = this;
    const room = 2 * this.length + 16;
    this.from = new Int32Array(room);
    this.from.set(from);
    this.to = new Int32Array(room);
    this.to.set(to);
    this.rank = new Uint8Array(room);
    this.rank.set(rank);
  }
}
