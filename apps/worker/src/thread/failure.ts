import { asUnavailable, DatabaseUnavailable } from "@headwater/db";
import { Refused } from "@headwater/operations/operation";
import { inspect } from "node:util";

/** An error on its way from one thread to another, where its class would be lost. */
export type Failure =
  | { readonly kind: "refused"; readonly refused: Pick<Refused, "code" | "message" | "fields"> }
  | { readonly kind: "unavailable"; readonly message: string }
  | { readonly kind: "other"; readonly text: string };

export function failureOf(error: unknown): Failure {
  if (error instanceof Refused) {
    const { code, message, fields } = error;
    return { kind: "refused", refused: { code, message, fields } };
  }
  const unavailable = asUnavailable(error);
  return unavailable === null
    ? { kind: "other", text: inspect(error) }
    : { kind: "unavailable", message: unavailable.message };
}

export function errorOf(failure: Failure): Error {
  switch (failure.kind) {
    case "refused":
      return new Refused(failure.refused.code, failure.refused.message, { fields: failure.refused.fields });
    case "unavailable":
      return new DatabaseUnavailable(failure.message);
    case "other":
      return new ThreadError(failure.text);
  }
}

/** Carries the stack of the thread in which it happened, and none of its own. */
class ThreadError extends Error {
  override readonly name = "ThreadError";

  constructor(text: string) {
    super(text);
    this.stack = text;
  }
}
