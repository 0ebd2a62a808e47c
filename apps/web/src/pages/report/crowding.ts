import type { Report } from "@headwater/contract/reports";

/** How much smaller a full page is set, so that it stays one page of A4 and of Letter: 0 as drawn, to 3. */
export type Crowding = 0 | 1 | 2 | 3;

/** Letters of a name that fit into one line of the ledger on paper, and of the lede into one of its. */
const NAME_LINE = 28;
const LEDE_LINE = 110;

/** Lines that a page holds besides those that every report has. */
const ROOM: readonly number[] = [2, 8, 16];

/** By the lines that long names take more than short ones: paper cannot be measured before it is printed. */
export function crowding({ ledger, exposure, organization }: Report, lede: string): Crowding {
  const names = [...ledger.projects, ...exposure].map(({ name }) => lines(name, NAME_LINE) - 1);
  const extra =
    names.reduce((sum, more) => sum + more, 0) +
    Math.max(0, lines(lede, LEDE_LINE) - 3) +
    (lines(organization, 60) - 1);
  if (extra <= (ROOM[0] ?? 0)) return 0;
  if (extra <= (ROOM[1] ?? 0)) return 1;
  return extra <= (ROOM[2] ?? 0) ? 2 : 3;
}

function lines(text: string, letters: number): number {
  return Math.max(1, Math.ceil(text.length / letters));
}
