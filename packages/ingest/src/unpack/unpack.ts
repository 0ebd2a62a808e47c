import type { Refusal } from "@headwater/domain/usage";
import { Gunzip } from "fflate";
import type { Limits } from "../limits.ts";

export type Unpacked =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Packed bytes are fed in slices, so that a bomb is refused soon after it exceeds a limit, not after it is unpacked. */
const sliceBytes = 4_096;

/** The bytes themselves, or what they unpack to where they are gzip (RFC 1952). Other archives are refused by name. */
export function unpack(bytes: Uint8Array, limits: Limits): Unpacked {
  const other = archives.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (other !== undefined) {
    return refused(
      "unsupported-compression",
      `The file is packed with ${other.name}; send it plain or as gzip.`,
    );
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    if (bytes.length <= limits.unpackedBytes) return { kind: "bytes", bytes };
    return refused("too-large", `The file is larger than ${limits.unpackedBytes} bytes.`);
  }
  return gunzip(bytes, limits);
}

const archives = [
  { name: "zip", magic: [0x50, 0x4b, 0x03, 0x04] },
  { name: "xz", magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: "bzip2", magic: [0x42, 0x5a, 0x68] },
  { name: "zstd", magic: [0x28, 0xb5, 0x2f, 0xfd] },
] as const;

function gunzip(packed: Uint8Array, limits: Limits): Unpacked {
  const most = Math.min(limits.unpackedBytes, packed.length * limits.unpackRatio);
  const chunks: Uint8Array[] = [];
  const unpacked = { bytes: 0 };
  const stream = new Gunzip((chunk) => {
    unpacked.bytes += chunk.length;
    if (unpacked.bytes <= most) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && unpacked.bytes <= most; at += sliceBytes) {
      stream.push(packed.subarray(at, at + sliceBytes), at + sliceBytes >= packed.length);
    }
  } catch {
    return refused(
      "invalid-gzip",
      "The file begins like gzip and cannot be unpacked; it is damaged or cut off.",
    );
  }
  const total = unpacked.bytes;
  if (total > most) return tooLarge(packed.length, limits);
  const bytes = joined(chunks, total);
  if (matchesTrailer(packed, total)) return { kind: "bytes", bytes };
  return refused(
    "invalid-gzip",
    "The gzip file unpacks to another length than it states; it is damaged or cut off.",
  );
}

function tooLarge(packedBytes: number, limits: Limits): Unpacked {
  const byRatio = packedBytes * limits.unpackRatio < limits.unpackedBytes;
  const bound = byRatio ? `${limits.unpackRatio} times its size` : `${limits.unpackedBytes} bytes`;
  return refused("too-large", `The file unpacks to more than ${bound}; send it plain if it is genuine.`);
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** RFC 1952 section 2.3.1: the last four bytes are the length of the last member. It shows a file that was cut off. */
function matchesTrailer(packed: Uint8Array, total: number): boolean {
  if (packed.length < 18) return false;
  const stated = new DataView(packed.buffer, packed.byteOffset + packed.length - 4, 4).getUint32(0, true);
  // Several members may follow each other; then only the last one's length stands here.
  return stated === total || (stated < total && packed.length > 36);
}

function refused(code: string, message: string): Unpacked {
  return { kind: "refused", refusal: { code, message, where: null } };
}
