import { randomUUID } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";

/** A multiple of four characters, so that each block ends between two bytes; decoding one takes less than a millisecond. */
const BLOCK = 1_048_576;

/** A JSON object one of whose members is large and base64. */
export interface Base64Body {
  /** The object, with `""` in place of the member. */
  readonly rest: unknown;
  readonly content: Uint8Array;
}

/**
 * Lifts the member out of the JSON before the rest of it is parsed, and decodes it block by block, so that others get their
 * turn between. Null where that cannot be done exactly (no such member at the top, escapes or other characters in its text):
 * then the whole body has to be parsed at once.
 */
export async function base64Body(bytes: Uint8Array, member: string): Promise<Base64Body | null> {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = textPlace(body, member);
  if (place === null) return null;
  const content = await decoded(body, place.from, place.until);
  if (content === null) return null;
  const mark = randomUUID();
  const rest = jsonOf(
    Buffer.concat([body.subarray(0, place.from), Buffer.from(mark), body.subarray(place.until)]),
  );
  // Elsewhere than at the top, or written twice: what was lifted out is not what a parser would take.
  if (
    typeof rest !== "object" ||
    rest === null ||
    Object.entries(rest).every(([name, value]) => name !== member || value !== mark)
  )
    return null;
  return { rest: { ...rest, [member]: "" }, content };
}

/** Where the member's text begins and ends, without its quotation marks. */
function textPlace(body: Buffer, member: string): { readonly from: number; readonly until: number } | null {
  const name = JSON.stringify(member);
  const at = body.indexOf(name);
  if (at < 0) return null;
  const from = body.indexOf('"', at + name.length) + 1;
  const between = body.toString("latin1", at + name.length, Math.min(from, at + name.length + 100));
  if (from === 0 || !/^\s*:\s*"$/.test(between)) return null;
  const until = body.indexOf('"', from);
  return until < 0 ? null : { from, until };
}

/** Null where the text holds anything but base64's own characters in groups of four. */
async function decoded(body: Buffer, from: number, until: number): Promise<Uint8Array | null> {
  if ((until - from) % 4 !== 0) return null;
  const content = new Uint8Array(((until - from) / 4) * 3);
  let length = 0;
  for (let at = from; at < until; at += BLOCK) {
    const end = Math.min(at + BLOCK, until);
    const part = Buffer.from(body.toString("latin1", at, end), "base64");
    // Node leaves out what is none of base64's characters, and takes a shorter group at the end only.
    const padding = end === until ? paddingOf(body, until) : 0;
    if (part.byteLength !== ((end - at) / 4) * 3 - padding) return null;
    content.set(part, length);
    length += part.byteLength;
    if (end < until) await turn();
  }
  return length === content.byteLength ? content : content.slice(0, length);
}

function paddingOf(body: Buffer, until: number): number {
  if (body[until - 1] !== 0x3d) return 0;
  return body[until - 2] === 0x3d ? 2 : 1;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Whoever parses the whole body says what is wrong with it.
    return null;
  }
}
