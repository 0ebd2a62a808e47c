/** Codes of refusals: closed and stable, clients act on them. The status is HTTP's, and the same for every surface. */
export const refusals = {
  "bad-request": 400,
  "bad-field": 422,
  unauthenticated: 401,
  "not-allowed": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "still-running": 409,
  "already-exists": 409,
  "already-reversed": 409,
  "reverses-a-reversal": 409,
  "period-closed": 409,
  "cursor-expired": 410,
  "changed-meanwhile": 412,
  "too-large": 413,
  "idempotency-key-reused": 422,
  "unknown-project": 422,
  "unknown-product": 404,
  "unknown-team": 422,
  "unknown-person": 422,
  "unknown-currency": 422,
  "unreadable-inventory": 422,
  "too-many-requests": 429,
} as const;

export type RefusalCode = keyof typeof refusals;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What a user can cause: thrown in an operation, mapped once at each surface, rolls the transaction back. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: RefusalCode;
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | null;

  constructor(
    code: RefusalCode,
    sentence: string,
    more: { fields?: readonly FieldError[]; retryAfterSeconds?: number } = {},
  ) {
    super(sentence);
    this.code = code;
    this.fields = more.fields ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
  }

  get status(): number {
    return refusals[this.code];
  }
}

/** A refusal of one named field: the sentence says what to do. */
export function badField(field: string, message: string, code: RefusalCode = "bad-field"): Refused {
  return new Refused(code, `${field}: ${message}`, { fields: [{ field, message }] });
}
