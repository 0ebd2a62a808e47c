/** Numbers that look random and are the same for the same seed. */
export interface Seeded {
  /** 0 up to, not including, 1. */
  readonly share: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly one: <Item>(items: readonly Item[]) => Item;
  /** One item, each as likely as its weight says. */
  readonly weighted: <Item extends { readonly weight: number }>(items: readonly Item[]) => Item;
  readonly bytes: (count: number) => Uint8Array;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to scatter days and minutes. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const share = (): number => next() / 2 ** 32;
  const at = <Item>(items: readonly Item[], index: number): Item => {
    const item = items[index];
    if (item === undefined) throw new RangeError("nothing to choose from");
    return item;
  };
  return {
    share,
    whole: (least, most) => least + Math.floor(share() * (most - least + 1)),
    one: (items) => at(items, Math.floor(share() * items.length)),
    weighted(items) {
      let left = share() * items.reduce((sum, { weight }) => sum + weight, 0);
      const index = items.findIndex(({ weight }) => (left -= weight) < 0);
      return at(items, index === -1 ? items.length - 1 : index);
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 0xff),
  };
}
