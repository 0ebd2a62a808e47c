/**
 * Which projects the table shows and in which order: one definition for the screen and for the file that is made of what
 * is seen on it.
 */

export const sortKeys = [
  "name",
  "reach",
  "usage",
  "time",
  "cash",
  "given",
  "gap",
  "ratio",
  "channels",
] as const;
export type SortKey = (typeof sortKeys)[number];

export const givingStates = ["nothing", "something", "enough"] as const;
export type GivingState = (typeof givingStates)[number];

/** What is asked of the table; absent parts leave it in its ordinary state. */
export interface ProjectsView {
  /** Part of a name or address. */
  readonly q?: string | undefined;
  readonly sort?: SortKey | undefined;
  /** Absent in the natural order of the column: figures largest first, names from A. */
  readonly order?: "reversed" | undefined;
  /** Only what is used for more than that many per cent. */
  readonly over?: number | undefined;
  /** Only what a product of this tier or a more critical one contains. */
  readonly tier?: number | undefined;
  /** Only what a product of this team contains. */
  readonly owner?: string | undefined;
  /** `enough`: the fair share is met. */
  readonly giving?: GivingState | undefined;
  readonly provisional?: "only" | "without" | undefined;
  /** The projects below the smallest sensible gift, each on its own row instead of one line. */
  readonly tail?: "shown" | undefined;
}

/** What of a row the table goes by; amounts are decimal strings. */
export interface ListedProject {
  readonly id: string;
  readonly project?: string | undefined;
  readonly name: string;
  readonly usageShare: number | null;
  readonly reach: number | null;
  readonly minutes: number | null;
  readonly cash: string | null;
  readonly giveBack: string | null;
  readonly fairShareMet: number | null;
  readonly ratio: number | null;
  readonly ratioUnknown?: string | undefined;
  readonly gap: string | null;
  readonly tail: boolean;
  readonly provisional: boolean;
  readonly channels: readonly unknown[];
}

/** What contains a project: the tiers of the products, and the teams that own them. */
export interface Standing {
  /** The most critical; null where no product contains it. */
  readonly tier: number | null;
  readonly owners: readonly string[];
}

/** The rows that a view shows, in its order. Ties go to the more used, then to the name, so that the order never depends on the server's. */
export function listedProjects<Row extends ListedProject>(
  rows: readonly Row[],
  view: ProjectsView,
  standingOf: (id: string) => Standing,
): readonly Row[] {
  const found = rows.filter((row) => isListed(row, view, standingOf));
  const key = view.sort ?? "gap";
  const direction = (key === "name" ? 1 : -1) * (view.order === "reversed" ? -1 : 1);
  return found.sort(
    (a, b) =>
      direction * compare(a, b, key) ||
      figureOf(b, "usage") - figureOf(a, "usage") ||
      byName.compare(a.name, b.name),
  );
}

/** Whether something narrows the table, so that its sums are not those of the whole. */
export function isNarrowed(view: ProjectsView): boolean {
  const { q = "", over, tier, owner, giving, provisional } = view;
  return q.trim() !== "" || [over, tier, owner, giving, provisional].some((part) => part !== undefined);
}

/** What was given; where every row lacks a rate that is unknown and not 0. */
export function givenOf(row: Pick<ListedProject, "giveBack" | "ratioUnknown">): string | null {
  return row.ratioUnknown === "no-valued-rows" ? null : row.giveBack;
}

/** A filter looks into the tail; without one its rows are one line. */
function isListed(row: ListedProject, view: ProjectsView, standingOf: (id: string) => Standing): boolean {
  if (!isNarrowed(view)) return view.tail === "shown" || !row.tail;
  return isSought(row, view.q) && hasFigures(row, view) && stands(row, view, standingOf);
}

function isSought(row: ListedProject, q = ""): boolean {
  const sought = q.trim().toLowerCase();
  return (
    sought === "" ||
    row.name.toLowerCase().includes(sought) ||
    (row.project ?? "").toLowerCase().includes(sought)
  );
}

function hasFigures(row: ListedProject, { over, giving, provisional }: ProjectsView): boolean {
  if (over !== undefined && !((row.usageShare ?? 0) * 100 > over)) return false;
  if (provisional !== undefined && row.provisional !== (provisional === "only")) return false;
  return giving === undefined || isGiven(row, giving);
}

function isGiven(row: ListedProject, giving: GivingState): boolean {
  const given = givenOf(row);
  switch (giving) {
    case "nothing":
      return given !== null && !(Number(given) > 0);
    case "something":
      return Number(given) > 0;
    case "enough":
      return (row.fairShareMet ?? 0) >= 1;
  }
}

function stands(
  row: ListedProject,
  { tier, owner }: ProjectsView,
  standingOf: (id: string) => Standing,
): boolean {
  if (tier === undefined && owner === undefined) return true;
  const standing = standingOf(row.id);
  if (tier !== undefined && (standing.tier === null || standing.tier > tier)) return false;
  return owner === undefined || standing.owners.includes(owner);
}

const byName = new Intl.Collator("en", { numeric: true });

function compare(a: ListedProject, b: ListedProject, key: SortKey): number {
  return key === "name" ? byName.compare(a.name, b.name) : figureOf(a, key) - figureOf(b, key);
}

/** Unknown stands below zero: it is neither much nor nothing. */
function figureOf(row: ListedProject, key: Exclude<SortKey, "name">): number {
  switch (key) {
    case "reach":
      return row.reach ?? -1;
    case "usage":
      return row.usageShare ?? -1;
    case "time":
      return row.minutes ?? -1;
    case "cash":
      return unitsOf(row.cash);
    case "given":
      return unitsOf(givenOf(row));
    case "gap":
      return unitsOf(row.gap);
    case "ratio":
      return row.ratio ?? -1;
    case "channels":
      return row.channels.length;
  }
}

/** For the order alone: a sum is never made of it. */
function unitsOf(amount: string | null): number {
  return amount === null ? -1 : Number(amount);
}
