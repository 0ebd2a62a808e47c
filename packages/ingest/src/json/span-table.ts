/** A hostile file may choose names whose hashes are equal; more steps than this are not taken for one of them. */
const mostSteps = 64;

/**
 * Numbers for pieces of a text: equal pieces have the same number, from 0 in the order in which they were met. A piece is
 * given by its place and by a hash of it, so that nothing is cut out of the text for a piece that is known already.
 *
 * A plain object with functions instead of a class: the engine forgets the shape of a class, and with it the optimised
 * code, whenever garbage is collected while no instance lives.
 */
export interface SpanTable {
  readonly text: string;
  readonly pieces: string[];
  hashes: Int32Array;
  /** Number + 1 of the piece in each slot, 0 where there is none; twice as many slots as pieces at least. */
  slots: Int32Array;
}

/** `known` get the first numbers. */
export function spanTable(text: string, known: readonly string[]): SpanTable {
  const table: SpanTable = {
    text,
    pieces: [],
    hashes: new Int32Array(1_024),
    slots: new Int32Array(2_048),
  };
  for (const piece of known) add(table, piece, hashOf(piece));
  return table;
}

/** The number of text[start, end), whose hash is given as `hashOf` computes it; -1 where it would take too long to tell. */
export function spanNumber(table: SpanTable, start: number, end: number, hash: number): number {
  const { text, pieces, slots, hashes } = table;
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const number = (slots[slot] ?? 0) - 1;
    if (number === -1) return add(table, text.slice(start, end), hash);
    if (hashes[number] === hash) {
      const known = pieces[number] ?? "";
      if (known.length === end - start && text.startsWith(known, start)) return number;
    }
    slot = (slot + 1) & mask;
  }
  return -1;
}

function add(table: SpanTable, piece: string, hash: number): number {
  const number = table.pieces.length;
  if (number === table.hashes.length) grow(table);
  table.pieces.push(piece);
  table.hashes[number] = hash;
  place(table.slots, number, hash);
  return number;
}

function place(slots: Int32Array, number: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = number + 1;
}

function grow(table: SpanTable): void {
  const { hashes } = table;
  table.hashes = new Int32Array(2 * hashes.length);
  table.hashes.set(hashes);
  table.slots = new Int32Array(4 * hashes.length);
  for (let number = 0; number < hashes.length; number += 1) place(table.slots, number, hashes[number] ?? 0);
}

/** 31 to the power of the place times the UTF-16 unit, summed modulo 2^32. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Mixes the high bits into the low ones, of which the slot is made. */
function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 8;
}
