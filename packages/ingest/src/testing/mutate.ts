import { randomFrom } from "./generate.ts";

/** Damages a file in one to four places: cuts it, flips, deletes or doubles a piece, or puts in what parsers stumble over. */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  let damaged = bytes;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) damaged = damageOnce(damaged, random);
  return damaged;
}

function damageOnce(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const end = Math.min(bytes.length, at + 1 + Math.floor(random() ** 3 * 200));
  const head = bytes.subarray(0, at);
  const piece = bytes.subarray(at, end);
  const tail = bytes.subarray(end);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return head;
  if (kind === 1) return joined([head, piece.map((byte) => byte ^ (1 << Math.floor(random() * 8))), tail]);
  if (kind === 2) return joined([head, tail]);
  if (kind === 3) return joined([head, piece, piece, tail]);
  const stumble = stumblingBlocks[Math.floor(random() * stumblingBlocks.length)] ?? "";
  return joined([head, new TextEncoder().encode(stumble), tail]);
}

const stumblingBlocks = [
  "null",
  "[]",
  "{}",
  '""',
  "0",
  "-1",
  "1e308",
  "true",
  "\0",
  "\uFEFF",
  "\r\n",
  '"',
  "\\",
  "'",
  "{{",
  "]",
  ",,",
  ":",
  "\n\n",
  "  ",
  '"__proto__":{"a":1},',
  '"constructor":"x",',
  '"toString"',
  '"\\ud800"',
  '"\\u0000"',
  '"\u202Egnp"',
  "pkg:npm/a@1%00",
  "../../etc",
  "&a [*a]",
  "<<: *x",
  "[[",
  '"""',
  "=",
  "#",
  "require (",
  "replace a => b",
  "@",
  "%",
  "9".repeat(400),
];

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
