import type { Refusal } from "@headwater/domain/usage";
import { decodeStrictly } from "./text-decoder.ts";

export type Decoded =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Text of UTF-8, or of UTF-16 that says so by its byte order mark. Nothing is guessed or replaced. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  // Without a mark a NUL byte means UTF-16, UTF-32 or no text at all.
  const nul = encoding === "utf-8" ? bytes.indexOf(0) : -1;
  if (nul !== -1)
    return refused(
      "nul-byte",
      "The file holds NUL bytes; it is no text, or text in UTF-16 without its mark.",
      `byte ${nul}`,
    );
  try {
    const text = decodeStrictly(bytes, encoding);
    const at = encoding === "utf-8" ? -1 : text.indexOf("\0");
    if (at !== -1) return refused("nul-byte", "The file holds NUL characters.", `character ${at}`);
    return { kind: "text", text };
  } catch {
    return refused(
      "invalid-encoding",
      `The file is not valid ${encoding.toUpperCase()}; save it as UTF-8.`,
      null,
    );
  }
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function refused(code: string, message: string, where: string | null): Decoded {
  return { kind: "refused", refusal: { code, message, where } };
}
