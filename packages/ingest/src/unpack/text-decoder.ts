/**
 * The one piece of the WHATWG Encoding standard that this pure package uses. The compiler's ES2023 library does not
 * know it, and the libraries that do would let in fetch and files; decoding bytes is computing, not I/O.
 */
interface Decoder {
  readonly decode: (bytes: Uint8Array) => string;
}

declare const TextDecoder: new (
  encoding: "utf-8" | "utf-16le" | "utf-16be",
  options: { readonly fatal: true },
) => Decoder;

/** Throws a TypeError on bytes that are no text of that encoding; drops a leading byte order mark. */
export function decodeStrictly(bytes: Uint8Array, encoding: "utf-8" | "utf-16le" | "utf-16be"): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
