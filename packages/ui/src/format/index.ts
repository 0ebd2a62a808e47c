/**
 * The only place where numbers become text. Rounding happens here and nowhere before; units stand in table heads, so
 * the figures of cells carry none. All follow the chosen language; a figure never carries a sign that means "unknown".
 */
import { fixed, grouped } from "./figure.ts";
import { language } from "./locale.ts";

export { byLanguage, language, type Language, languages, setLanguage, texts } from "./locale.ts";
export { footedFigure, footedPercents, wholeUnits } from "./footing.ts";
export { amountFigure, axisFigure, exactAmount, money, type Money } from "./money.ts";
export {
  ago,
  clockTime,
  dayName,
  longDayName,
  monthName,
  periodName,
  periodShort,
  weekdayName,
} from "./days.ts";
export { cardinal, fairShareWord, unknownReason } from "./words.ts";

/** A no-break space that is thin: it parts a figure from its per cent sign. */
export const THIN_SPACE = "\u202f";

/** A share of 0 to 1 in prose, `0.3837` → `38 %`. */
export function percent(share: number, digits = 0): string {
  return `${percentFigure(share, digits)}${THIN_SPACE}%`;
}

/** A share of 0 to 1 as a bare figure in per cent, `0.1984` → `19.8`. What is above zero never prints as zero. */
export function percentFigure(share: number, digits = 1): string {
  if (share === 0) return "0";
  const smallest = 10 ** -digits;
  const figure = share * 100;
  if (figure > 0 && figure < smallest / 2) return `<${fixed(smallest, digits)}`;
  return fixed(figure, digits);
}

/** A number of things, `10000` → `10,000`. */
export function count(things: number): string {
  return grouped(things);
}

/** Whole minutes as hours and minutes, `135` → `2:15`; zero is `0`. */
export function duration(minutes: number): string {
  if (minutes === 0) return "0";
  const absolute = Math.abs(minutes);
  const hours = grouped(Math.floor(absolute / 60));
  const rest = String(absolute % 60).padStart(2, "0");
  return `${minutes < 0 ? "−" : ""}${hours}:${rest}`;
}

/** Our giving against our using, `4.4315` → `4.43`; zero is `0`; from ten on one decimal is enough, from a hundred none. */
export function ratioFigure(ratio: number): string {
  if (ratio === 0) return "0";
  if (ratio < 0.005) return `<${fixed(0.01, 2)}`;
  if (ratio >= 100) return grouped(Math.round(ratio));
  return fixed(ratio, ratio >= 10 ? 1 : 2);
}

/** An index of 0 to 1 with as many decimals as it is quoted with, `0.7834` → `0.783`. */
export function decimals(value: number, digits: number): string {
  return fixed(value, digits);
}

/** Months behind our promise, `9.244` → `9.2`. */
export function monthsFigure(months: number): string {
  if (months > 0 && months < 0.05) return `<${fixed(0.1, 1)}`;
  return fixed(months, 1);
}

/** Bytes of a file, `1680000` → `1.7 MB`, in thousands as file managers count. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${fixed(bytes / 1_000_000, 1)} MB`;
}

/** What changed between two snapshots, `+12 −3 ↑40`; nothing changed is said in words. */
export function change(added: number, removed: number, updated: number): string {
  if (added + removed + updated === 0) return language() === "de" ? "keine Änderung" : "no change";
  return `+${grouped(added)} −${grouped(removed)} ↑${grouped(updated)}`;
}
