import type { Refusal } from "@headwater/domain/usage";
import { findTooDeep } from "./depth.ts";
import { findFault, placeAt } from "./locate.ts";
import { replaceUnstorable } from "./unstorable.ts";

export type JsonResult =
  | { readonly kind: "parsed"; readonly value: unknown; readonly replacedCharacters: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** No inventory that we know nests deeper than 20; nested SBOM components are the deepest of them. */
const deepest = 64;

/**
 * JSON as JSON.parse reads it (the last of two equal keys wins), with three differences: nesting beyond 64 is refused
 * before anything is built, an error names its line and column, and escapes that stand for no storable character
 * (NUL, a surrogate without its pair) become U+FFFD and are counted.
 */
export function parseJson(text: string): JsonResult {
  const tooDeep = findTooDeep(text, deepest);
  if (tooDeep !== null) {
    return refused("too-deep", `The file nests more than ${deepest} levels deep; no inventory does.`, placeAt(text, tooDeep));
  }
  const storable = replaceUnstorable(text);
  try {
    const value: unknown = JSON.parse(storable.text);
    return { kind: "parsed", value, replacedCharacters: storable.replaced };
  } catch {
    // JSON.parse names no place for most errors, so the slow reader looks for it, on this path only.
    const fault = findFault(text);
    return refused("invalid-json", `The file is not valid JSON: ${fault.message}.`, placeAt(text, fault.offset));
  }
}

function refused(code: string, message: string, where: string): JsonResult {
  return { kind: "refused", refusal: { code, message, where } };
}
