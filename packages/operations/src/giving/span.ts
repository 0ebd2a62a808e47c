import type { Day } from "@headwater/domain/period";
import { badField } from "../operation/index.ts";

/** Refuses a span that ends before it begins: an empty list would look like an answer. */
export function requireSpan(input: { readonly from?: Day | undefined; readonly to?: Day | undefined }): void {
  if (input.from !== undefined && input.to !== undefined && input.to < input.from)
    throw badField("to", `${input.to} is before ${input.from}; both days are inclusive, the first one first`);
}
