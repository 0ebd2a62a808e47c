/**
 * Whether a report fits one page of paper. Paper cannot be measured before it is printed, and long names of projects and
 * of organizations take lines that nobody planned; so the lines are counted, and a fuller page is set smaller.
 */

/** What on a page grows with its words: numbers of letters and of rows. */
export interface PageWords {
  readonly organization: number;
  /** Lines at the right of the head. */
  readonly facts: number;
  readonly verdict: number;
  readonly lede: number;
  /** Of each project in the ledger. */
  readonly names: readonly number[];
  /** Lines of the ledger below the projects. */
  readonly sums: number;
  readonly ask: number;
  readonly askNote: number;
  /** Lines of the two ledgers. */
  readonly givingLines: number;
  readonly givingNote: number;
  readonly exposures: readonly number[];
  readonly foot: number;
}

/** Sizes in which a report is printed, the largest first; report.css has a class for each. */
export const printSizes = [1, 0.94, 0.87, 0.8, 0.72, 0.64, 0.56] as const;

/** Of Letter, the lower of the two papers, between its margins, in pixels, less what a guess may be wrong by. */
const PAPER_HEIGHT = 940;

/** The place in `printSizes` of the largest size at which it fits; the last where it fits at none. */
export function printSizeOf(page: PageWords): number {
  const fits = printSizes.findIndex((size) => heightAt(page, size) * size <= PAPER_HEIGHT);
  return fits === -1 ? printSizes.length - 1 : fits;
}

/** In pixels before it is made smaller: what is set smaller has longer lines, of A4, the narrower of the two. */
function heightAt(page: PageWords, size: number): number {
  const lines = (letters: number, perLine: number) => Math.ceil(letters / (perLine / size));
  const head = 13 + Math.max(14 * page.facts, 19 * lines(page.organization, 40));
  const sentences = 31 * lines(page.verdict, 60) + 7 + 18 * lines(page.lede, 98);
  const table =
    57 + page.names.reduce((sum, name) => sum + nameHeight(lines(name, NAME_LINE)), 0) + 21 * page.sums + 27;
  const side =
    24 * 3 +
    20 +
    18 * lines(page.ask, 34) +
    5 +
    14 * lines(page.askNote, 44) +
    21 * page.givingLines +
    5 +
    14 * lines(page.givingNote, 44) +
    page.exposures.reduce((sum, letters) => sum + 6 + 14 * lines(letters, 42), 0);
  const foot = 67 + 14 * lines(page.foot, 118);
  return head + sentences + FIGURES + Math.max(table, side) + foot;
}

/** The four figures with their lines and the space around them. */
const FIGURES = 141;

/** Letters of a name in one line of the ledger, where it is set small. */
const NAME_LINE = 38;

/** A short name stands in the row; a longer one is set smaller, see report.css. */
function nameHeight(lines: number): number {
  return lines <= 1 ? 21 : 5 + 11.5 * lines;
}
