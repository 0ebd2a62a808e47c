/** What an upload may cost. A caller can lower or raise each; the defaults are those of docs on bad input. */
export interface Limits {
  /** Largest text that a compressed file may unpack to, in bytes. */
  readonly unpackedBytes: number;
  /** Largest ratio of unpacked to packed bytes. */
  readonly unpackRatio: number;
}

export const defaultLimits: Limits = { unpackedBytes: 200_000_000, unpackRatio: 100 };
