import type { Readable } from "node:stream";

/**
 * A dump is the gzip of frames: a letter, the payload's length in 4 bytes (big-endian), the payload. In order: `H` the header,
 * then for each table `T`, any number of `D` (rows in PostgreSQL's COPY text format) and `E` with their count and SHA-256, and at last `Z`.
 * All but `D` are JSON. A file without its `Z` was cut off.
 */
export type FrameKind = "H" | "T" | "D" | "E" | "Z";

export type Frame = { kind: FrameKind; payload: Buffer };

const headBytes = 5;
const longestPayloadBytes = 64_000_000;

export function frame(kind: FrameKind, payload: Buffer | object): Buffer {
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
  const head = Buffer.alloc(headBytes);
  head.write(kind, 0, "latin1");
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

/** The file is no dump, was cut off, or does not fit this database. Nothing was restored; the message says what to do. */
export class DumpRefused extends Error {
  override readonly name = "DumpRefused";
}

/** Frames as they come. Throws DumpRefused when the stream ends inside one. */
export async function* framesOf(input: Readable): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of input) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError("A dump is read as bytes.");
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let at = 0;
    for (let next = frameAt(held, at); next !== null; next = frameAt(held, at)) {
      yield next;
      at += headBytes + next.payload.length;
    }
    held = held.subarray(at);
  }
  if (held.length > 0) throw new DumpRefused("The backup was cut off: take another copy of the file.");
}

function frameAt(bytes: Buffer, at: number): Frame | null {
  if (bytes.length < at + headBytes) return null;
  const kind = kindOf(bytes.toString("latin1", at, at + 1));
  const length = bytes.readUInt32BE(at + 1);
  if (length > longestPayloadBytes)
    throw new DumpRefused("This is not a backup of Headwater, or it is damaged.");
  const end = at + headBytes + length;
  return bytes.length < end ? null : { kind, payload: bytes.subarray(at + headBytes, end) };
}

function kindOf(letter: string): FrameKind {
  if (letter === "H" || letter === "T" || letter === "D" || letter === "E" || letter === "Z") return letter;
  throw new DumpRefused("This is not a backup of Headwater, or it is damaged.");
}
