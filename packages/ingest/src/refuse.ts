import type { ParseResult } from "@headwater/domain/usage";

/** A file that is refused as a whole: a closed code, a sentence that says what to do, and the place. */
export function refuse(
  code: string,
  message: string,
  where: string | null,
): ParseResult & { readonly kind: "refused" } {
  return { kind: "refused", refusal: { code, message, where } };
}
