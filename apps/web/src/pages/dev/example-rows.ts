import type { LedgerSort } from "@headwater/ui/components";

/** A project as the example tables show it; all invented. Money in whole USD. */
export interface Example {
  readonly name: string;
  readonly reach: number;
  readonly usage: number;
  readonly minutes: number;
  readonly given: number | null;
  readonly fairShare: number;
  readonly gap: number;
  readonly ratio: number | null;
  readonly met: number | null;
  readonly support: string | null;
  readonly estimated: boolean;
  readonly provisional: boolean;
}

export function given(row: Example): { readonly amount: string; readonly currency: string } | null {
  return row.given === null ? null : { amount: String(row.given), currency: "USD" };
}

export const fourRows: readonly Example[] = [
  example("curl", 2760, 10_060, "salaried team"),
  example("expat", 1320, 3420, "channel only"),
  { ...example("xz", 135, 248, "channel only"), estimated: true },
  example("zlib", 0, 0, null),
];

function example(name: string, minutes: number, amount: number, support: string | null): Example {
  return {
    name,
    minutes,
    support,
    given: amount,
    reach: 0.86,
    usage: 0.12,
    fairShare: 9000,
    gap: Math.max(0, 9000 - amount),
    ratio: amount / 9000,
    met: amount / 9000,
    estimated: false,
    provisional: false,
  };
}

/** So many rows, the same ones every time. */
export function exampleRows(rows: number): readonly Example[] {
  return Array.from({ length: rows }, (_, index) => {
    const fairShare = Math.round(24_000 / (1 + index / 12));
    const part = (index * 37) % 11;
    const amount = part < 4 ? 0 : Math.round((fairShare * part) / 9);
    const unknown = index % 23 === 7;
    return {
      name: `${streams[index % streams.length] ?? ""}-${index + 1}`,
      reach: 1 / (1 + (index % 9)),
      usage: 0.2 / (1 + index),
      minutes: part < 6 ? 0 : part * 65,
      given: unknown ? null : amount,
      fairShare,
      gap: Math.max(0, fairShare - amount),
      ratio: unknown ? null : amount / fairShare,
      met: unknown ? null : amount / fairShare,
      support: index % 5 === 0 ? null : "channel only",
      estimated: index % 17 === 3 && part >= 6,
      provisional: index % 13 === 5,
    };
  });
}

const streams = ["alder", "birch", "cairn", "dovetail", "esker", "fen", "glade", "heath"];

/** By that column. */
export function sortRows(rows: readonly Example[], sort: LedgerSort): readonly Example[] {
  const turn = sort.order === "ascending" ? 1 : -1;
  return [...rows].sort((one, other) => turn * compare(valueOf(one, sort.by), valueOf(other, sort.by)));
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === "string" || typeof other === "string") return String(one).localeCompare(String(other));
  return one - other;
}

function valueOf(row: Example, by: string): number | string {
  const values: Readonly<Record<string, number | string>> = {
    name: row.name,
    reach: row.reach,
    usage: row.usage,
    time: row.minutes,
    given: row.given ?? -1,
    gap: row.gap,
  };
  return values[by] ?? row.name;
}
