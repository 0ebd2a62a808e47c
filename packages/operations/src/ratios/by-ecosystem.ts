import type { RatioRow as ShownRow } from "@headwater/contract/ratios";
import { usageOver } from "@headwater/domain/attribution";
import { known, unknown, type Known } from "@headwater/domain/known";
import { printAmount, type Currency } from "@headwater/domain/money";
import { fairShares, groupRatio, splitByEcosystem, type EcosystemUse } from "@headwater/domain/ratio";
import { withoutTime } from "./by-project.ts";
import type { ComputedRatios, ProjectId } from "./compute.ts";
import { amountOf, reason, valueOf } from "./unknown.ts";
import type { UsageRows } from "./usage-facts.ts";

interface Ecosystem {
  usageShare: number;
  reach: number;
  timeMinor: bigint;
  cashMinor: bigint;
  inKindMinor: bigint;
  minutes: number;
  unknownRows: number;
}

/**
 * Purl types, each with what stands on it and what its projects were given; a project in several splits by its usage in each.
 * One that holds a hidden project is shown without its time.
 */
export function ecosystemRows(
  computed: ComputedRatios,
  currency: Currency,
  hidden: ReadonlySet<string>,
): ShownRow[] {
  const uses = usesByProject(computed);
  const ecosystems = new Map<string, Ecosystem>();
  const of = (name: string): Ecosystem => {
    const found = ecosystems.get(name) ?? {
      usageShare: 0,
      reach: 0,
      timeMinor: 0n,
      cashMinor: 0n,
      inKindMinor: 0n,
      minutes: 0,
      unknownRows: 0,
    };
    ecosystems.set(name, found);
    return found;
  };
  for (const list of uses.values()) for (const use of list) of(use.ecosystem).usageShare += use.usageShare;
  for (const [name, reach] of reachByEcosystem(computed)) of(name).reach = reach;
  for (const row of computed.ratios.rows) {
    const list = uses.get(row.projectId) ?? [];
    const split = (minor: bigint) => splitByEcosystem(minor, list);
    for (const part of split(row.timeMinor)) of(part.ecosystem).timeMinor += part.amountMinor;
    for (const part of split(row.cashMinor)) of(part.ecosystem).cashMinor += part.amountMinor;
    for (const part of split(row.inKindMinor)) of(part.ecosystem).inKindMinor += part.amountMinor;
    for (const part of split(BigInt(row.minutes))) of(part.ecosystem).minutes += Number(part.amountMinor);
    const first = split(1n)[0];
    if (row.unknownRows > 0 && first !== undefined) of(first.ecosystem).unknownRows += row.unknownRows;
  }
  const holding = new Set(
    computed.ratios.rows
      .filter((row) => hidden.has(row.projectId))
      .flatMap((row) => splitByEcosystem(1n, uses.get(row.projectId) ?? []).map((part) => part.ecosystem)),
  );
  return shownEcosystems(computed, ecosystems, currency)
    .map((row) => (holding.has(row.name) ? withoutTime(row) : row))
    .sort(byGap);
}

function shownEcosystems(
  computed: ComputedRatios,
  ecosystems: ReadonlyMap<string, Ecosystem>,
  currency: Currency,
): ShownRow[] {
  const names = [...ecosystems.keys()].sort();
  const { target } = computed.target;
  const fair = target.known
    ? fairShares(
        target.value,
        names.map((name) => ecosystems.get(name)?.usageShare ?? 0),
      )
    : null;
  const companyGiveBackMinor = computed.ratios.summary.giveBackMinor;
  const rows = names.map((name, place) => {
    const row = ecosystems.get(name);
    if (row === undefined) throw new Error(`${name} is missing`);
    const fairShareMinor: Known<bigint> = target.known
      ? fair === null
        ? unknown("no-usage")
        : known(fair[place] ?? 0n)
      : target;
    return groupRow({ ...row, name, currency, fairShareMinor, companyGiveBackMinor, kind: "ecosystem" });
  });
  return rows;
}

export interface Group extends Omit<Ecosystem, "reach"> {
  readonly name: string;
  readonly id?: string;
  readonly kind: "ecosystem" | "team";
  readonly reach: number | null;
  readonly currency: Currency;
  readonly fairShareMinor: Known<bigint>;
  readonly companyGiveBackMinor: bigint;
}

/** A team or an ecosystem as it is shown: the same columns as a project. */
export function groupRow(group: Group): ShownRow {
  const giveBackMinor = group.timeMinor + group.cashMinor + group.inKindMinor;
  const ratio = groupRatio({
    giveBackMinor,
    companyGiveBackMinor: group.companyGiveBackMinor,
    usage: group.usageShare,
    companyUsage: 1,
  });
  const share: Known<number> =
    group.companyGiveBackMinor > 0n
      ? known(Number(giveBackMinor < 0n ? 0n : giveBackMinor) / Number(group.companyGiveBackMinor))
      : unknown("no-give-back");
  const fair = group.fairShareMinor;
  const met: Known<number> = fair.known
    ? fair.value === 0n
      ? unknown("no-fair-share")
      : known(Number(giveBackMinor) / Number(fair.value))
    : fair;
  const gap: Known<bigint> = fair.known
    ? known(fair.value > giveBackMinor ? fair.value - giveBackMinor : 0n)
    : fair;
  return {
    id: group.id ?? group.name,
    ...(group.kind === "ecosystem" ? { ecosystem: group.name } : { team: group.name }),
    name: group.name,
    usageShare: group.usageShare,
    reach: group.reach,
    ...(group.reach === null ? { reachUnknown: "no-reach-of-a-team" } : {}),
    minutes: group.minutes,
    timeValue: printAmount(group.timeMinor, group.currency),
    cash: printAmount(group.cashMinor, group.currency),
    inKind: printAmount(group.inKindMinor, group.currency),
    giveBack: printAmount(giveBackMinor, group.currency),
    giveBackShare: valueOf(share),
    ...reason("giveBackShareUnknown", share),
    ratio: valueOf(ratio),
    ...reason("ratioUnknown", ratio),
    fairShare: amountOf(fair, group.currency),
    ...reason("fairShareUnknown", fair),
    fairShareMet: valueOf(met),
    ...reason("fairShareMetUnknown", met),
    gap: amountOf(gap, group.currency),
    ...reason("gapUnknown", gap),
    tail: false,
    provisional: false,
    beyondInventory: false,
    unknownRows: group.unknownRows,
    channels: [],
  };
}

/** Largest gap first, unknown last, then by name. */
export function byGap(one: ShownRow, other: ShownRow): number {
  const gap = (row: ShownRow): number => (row.gap === null ? -1 : Number(row.gap));
  return gap(other) - gap(one) || (one.name < other.name ? -1 : 1);
}

/** Each project's usage share in each of its ecosystems: the mass of a row splits in equal parts over the types it is published in. */
function usesByProject(computed: ComputedRatios): Map<ProjectId, EcosystemUse[]> {
  const masses = new Map<ProjectId, Map<string, UsageRows[]>>();
  for (const row of computed.usage.input.rows)
    for (const ecosystem of row.ecosystems) {
      const ofProject = masses.get(row.projectId) ?? new Map<string, UsageRows[]>();
      masses.set(row.projectId, ofProject);
      const rows = ofProject.get(ecosystem) ?? [];
      ofProject.set(ecosystem, rows);
      rows.push(row);
    }
  return new Map(
    [...computed.over.shares].map(([projectId, { usageShare }]) => [
      projectId,
      split(usageShare, masses.get(projectId)),
    ]),
  );
}

/** One ecosystem takes all; several take parts by their share of the project's mass over all products. */
function split(
  usageShare: number,
  masses: ReadonlyMap<string, readonly UsageRows[]> | undefined,
): EcosystemUse[] {
  if (masses === undefined) return [];
  const weights = [...masses].map(([ecosystem, rows]) => ({
    ecosystem,
    weight: rows.reduce((sum, row) => sum + row.mass / row.ecosystems.length, 0),
  }));
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights.map(({ ecosystem, weight }) => ({
    ecosystem,
    usageShare: whole === 0 ? 0 : (usageShare * weight) / whole,
  }));
}

/** Part of the products, by points, that contain anything of the ecosystem. */
function reachByEcosystem(computed: ComputedRatios): Map<string, number> {
  const rowsOf = Map.groupBy<string, UsageRows>(computed.usage.input.rows, (row) => row.productId);
  const rows = computed.usage.input.products.flatMap(({ productId, eras }) => {
    const types = new Set((rowsOf.get(productId) ?? []).flatMap((row) => row.ecosystems));
    return [...types].flatMap((type) =>
      eras.map((era) => ({
        productId,
        projectId: type,
        start: era.start,
        end: era.end,
        mass: 0,
        runtime: false,
      })),
    );
  });
  const over = usageOver(computed.period, {
    products: computed.usage.input.products,
    rows,
    controlled: new Set(),
  });
  return new Map([...over.shares].map(([type, usage]) => [type, usage.reach]));
}
