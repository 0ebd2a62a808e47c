/** What of a row the sign rules need; `reverses` is the id of the row that it takes back, null on others. */
export interface DonationRow {
  readonly amountMinor: bigint;
  readonly reverses: string | null;
}

export interface DonationSignError {
  readonly code: "amount-zero" | "amount-negative" | "reversal-positive" | "reversal-exceeds";
  readonly message: string;
}

/**
 * A gift is above zero. A reversing row is below zero and takes back no more than what is left of its original
 * (`leftMinor`: the original less its earlier reversals). Null where the row may be written.
 */
export function checkDonationSign(row: DonationRow, leftMinor: bigint | null): DonationSignError | null {
  if (row.amountMinor === 0n) return { code: "amount-zero", message: "Write an amount other than zero." };
  if (row.reverses === null) {
    return row.amountMinor > 0n
      ? null
      : {
          code: "amount-negative",
          message: "Write the amount above zero; take a gift back by reversing it.",
        };
  }
  if (row.amountMinor > 0n)
    return { code: "reversal-positive", message: "A reversal is written below zero." };
  return -row.amountMinor <= (leftMinor ?? 0n)
    ? null
    : { code: "reversal-exceeds", message: "A reversal takes back at most what is left of the gift." };
}

/** The row that takes back what is left of `original`: its negative, so that every part of the split mirrors too. */
export function reversalOf(original: { readonly id: string; readonly amountMinor: bigint }): DonationRow {
  return { amountMinor: -original.amountMinor, reverses: original.id };
}
