/** Fair share met in words (GLOSSARY): nothing, under a half little, up to one and a half about our share, above more. */
export function fairShareWord(met: number): string {
  if (met <= 0) return "nothing";
  if (met < 0.5) return "little";
  if (met <= 1.5) return "about our share";
  return "more";
}

const reasons: Readonly<Record<string, string>> = {
  "no-usage": "not in our inventory",
  "no-give-back": "nothing given yet",
  "no-target": "no target",
  "no-fair-share": "no fair share",
  "no-valued-rows": "no rate for its rows",
  "small-cell": "fewer than three people",
  "not-allowed": "not for your role",
  "no-rate": "no rate",
  "no-exchange-rate": "no exchange rate",
  "no-headcount": "no headcount",
  "no-products": "no products",
  "no-hours": "no hours yet",
  "no-people": "no people yet",
};

/** Why a value is unknown, in two or three words. A reason that has no words yet is shown as it is written. */
export function unknownReason(code: string | undefined): string {
  if (code === undefined || code === "") return "unknown";
  return reasons[code] ?? code.replaceAll("-", " ");
}
