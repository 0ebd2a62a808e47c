import { standings } from "@headwater/contract/presence";
import type { Standing } from "@headwater/contract/projects-table";
import type { GivingMonths, ProjectPresence, UsageMonths } from "@headwater/contract/projects";
import type { Held } from "@headwater/ui/charts";

/** What the columns say besides the figures of a row, by the id of the project. */
export interface Beside {
  readonly presence: ProjectPresence | null;
  readonly standing: (id: string) => Standing;
  readonly ecosystems: (id: string) => readonly string[];
  /** One for each product; null while it is being read. */
  readonly held: (id: string) => readonly Held[] | null;
  /** Null while it is being read, and where it may not be shown. */
  readonly given: (id: string) => readonly number[] | null;
  readonly isEstimated: (id: string) => { readonly value: boolean; readonly time: boolean };
  readonly usage: (id: string) => readonly (number | null)[] | null;
  readonly months: readonly string[];
}

const marks: Readonly<Record<string, Held>> = { "1": "in", "0": "out", "?": "unknown" };

export function besideOf(
  presence: ProjectPresence | null,
  giving: GivingMonths | null,
  usage: UsageMonths | null,
): Beside {
  const present = new Map(presence?.items.map((item) => [item.id, item]));
  const given = new Map(giving?.items.map((item) => [item.id, item]));
  const used = new Map(usage?.items.map((item) => [item.id, item.usageShare]));
  const nothing = giving?.months.map(() => 0) ?? null;
  return {
    presence,
    standing: standings(presence ?? { products: [], items: [] }),
    ecosystems: (id) => present.get(id)?.ecosystems ?? [],
    held: (id) =>
      presence === null
        ? null
        : (present.get(id)?.marks ?? presence.absent).split("").map((mark) => marks[mark] ?? "unknown"),
    given: (id) => {
      const item = given.get(id);
      return item === undefined ? nothing : (item.giveBack?.map(Number) ?? null);
    },
    isEstimated: (id) => {
      const item = given.get(id);
      return { value: item?.estimated === true, time: item?.estimatedTime === true };
    },
    usage: (id) => used.get(id) ?? null,
    months: giving?.months ?? [],
  };
}
