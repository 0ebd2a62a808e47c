import { grouped } from "./figure.ts";
import { texts } from "./locale.ts";

const cardinals = texts(
  ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  ["kein", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"],
);

/** Small numbers of a sentence as words, `3` → `three`; from eleven on in figures. */
export function cardinal(things: number): string {
  return cardinals()[things] ?? grouped(things);
}

const shares = texts(
  { nothing: "nothing", little: "little", about: "about our share", more: "more" },
  { nothing: "nichts", little: "wenig", about: "etwa unser Anteil", more: "mehr" },
);

/** Fair share met in words (GLOSSARY): nothing, under a half little, up to one and a half about our share, above more. */
export function fairShareWord(met: number): string {
  if (met <= 0) return shares().nothing;
  if (met < 0.5) return shares().little;
  if (met <= 1.5) return shares().about;
  return shares().more;
}

type Reasons = Readonly<Record<string, string>>;

const reasons = texts<Reasons>(
  {
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
  },
  {
    "no-usage": "nicht in unserem Bestand",
    "no-give-back": "noch nichts gegeben",
    "no-target": "kein Ziel",
    "no-fair-share": "kein fairer Anteil",
    "no-valued-rows": "kein Satz für die Zeilen",
    "small-cell": "weniger als drei Personen",
    "not-allowed": "nicht für Ihre Rolle",
    "no-rate": "kein Satz",
    "no-exchange-rate": "kein Wechselkurs",
    "no-headcount": "keine Kopfzahl",
    "no-products": "keine Produkte",
    "no-hours": "noch keine Stunden",
    "no-people": "noch keine Personen",
  },
);

const unknown = texts("unknown", "unbekannt");

/** Why a value is unknown, in two or three words. A reason that has no words yet is shown as it is written. */
export function unknownReason(code: string | undefined): string {
  if (code === undefined || code === "") return unknown();
  return reasons()[code] ?? code.replaceAll("-", " ");
}
