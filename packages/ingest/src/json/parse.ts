import type { Refusal } from "@headwater/domain/usage";
import { findTooDeep, nestsDeeper, opensMoreThan } from "./depth.ts";
import { findFault, placeAt } from "./locate.ts";
import { replaceUnstorable } from "./unstorable.ts";

export type JsonResult =
  | { readonly kind: "parsed"; readonly value: unknown; readonly replacedCharacters: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** No inventory that we know nests deeper than 20; nested SBOM components are the deepest of them. */
const deepest = 64;

/**
 * A text with more brackets than this is scanned before it is parsed: brackets alone can take thirty times their size in
 * memory. For all others it is cheaper to parse first (JSON.parse does not recurse) and to look at the values.
 */
const bracketsParsedUnseen = 500_000;

/**
 * JSON as JSON.parse reads it (the last of two equal keys wins), with three differences: nesting beyond 64 is refused,
 * an error names its line and column, and escapes that stand for no storable character (NUL, a surrogate without its
 * pair) become U+FFFD and are counted.
 */
export function parseJson(text: string): JsonResult {
  if (opensMoreThan(text, bracketsParsedUnseen)) {
    const tooDeep = refusedDepth(text);
    if (tooDeep !== null) return tooDeep;
  }
  const storable = replaceUnstorable(text);
  try {
    const value: unknown = JSON.parse(storable.text);
    const tooDeep = nestsDeeper(value, deepest) ? refusedDepth(text) : null;
    return tooDeep ?? { kind: "parsed", value, replacedCharacters: storable.replaced };
  } catch {
    const tooDeep = refusedDepth(text);
    if (tooDeep !== null) return tooDeep;
    // JSON.parse names no place for most errors, so the slow reader looks for it, on this path only.
    const fault = findFault(text);
    return refused(
      "invalid-json",
      `The file is not valid JSON: ${fault.message}.`,
      placeAt(text, fault.offset),
    );
  }
}

function refusedDepth(text: string): JsonResult | null {
  const offset = findTooDeep(text, deepest);
  if (offset === null) return null;
  return refused(
    "too-deep",
    `The file nests more than ${deepest} levels deep; no inventory does.`,
    placeAt(text, offset),
  );
}

function refused(code: string, message: string, where: string): JsonResult {
  return { kind: "refused", refusal: { code, message, where } };
}
