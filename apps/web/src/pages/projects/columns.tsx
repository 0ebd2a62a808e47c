import { givenOf } from "@headwater/contract/projects-table";
import type { RatioRow } from "@headwater/contract/ratios";
import { MonthBars, PairedBarsSmall, ProductTicks, Sparkline } from "@headwater/ui/charts";
import { Duration, type LedgerColumn, Money, RatioWord, Share, Unknown } from "@headwater/ui/components";
import {
  amountFigure,
  axisFigure,
  count,
  monthName,
  percentFigure,
  unknownReason,
} from "@headwater/ui/format";
import { Show } from "solid-js";
import type { Beside } from "./beside.ts";
import { channelWords, ecosystemName, t } from "./texts.ts";
import { unitsOf } from "./totals.ts";

interface Columns {
  readonly currency: string;
  /** Where the bars' axis ends, in whole units of the currency. */
  readonly axis: number;
  readonly beside: () => Beside;
}

type Column = LedgerColumn<RatioRow>;

/** All columns of the table, the name first; what is offered is hidden until somebody asks for it. */
export function projectColumns(given: Columns): readonly Column[] {
  return [
    { id: "name", name: t().project, cell: (row) => row.name, width: 150, sorts: "ascending" },
    ...takeColumns(given),
    ...giveColumns(given),
    ...differenceColumns(given),
    ...otherColumns(given),
  ];
}

function takeColumns({ beside }: Columns): readonly Column[] {
  const spanner = t().take;
  const products = () => beside().presence?.products.length ?? 8;
  return [
    {
      id: "products",
      name: t().inProducts,
      spanner,
      cell: (row) => (
        <Show when={beside().held(row.id)}>
          {(held) => <ProductTicks products={held()} label={t().heldBy(countsOf(held()))} />}
        </Show>
      ),
      as: "words",
      width: Math.min(160, 30 + products() * (products() > 16 ? 3 : 7)),
      spare: 5,
    },
    {
      id: "reach",
      name: t().reach,
      unit: "%",
      spanner,
      cell: (row) => <Share bare short digits={0} share={row.reach} unknown={row.reachUnknown} />,
      as: "figures",
      width: 54,
      sorts: "descending",
      spare: 7,
    },
    {
      id: "usage",
      name: t().usage,
      unit: "%",
      spanner,
      cell: (row) => <Share bare short share={row.usageShare} unknown={row.usageShareUnknown} />,
      as: "figures",
      width: 58,
      sorts: "descending",
    },
    {
      id: "trend",
      name: t().trend,
      unit: t().ofUsage,
      spanner,
      cell: (row) => (
        <Show when={beside().usage(row.id)}>
          {(usage) => <Sparkline height={18} values={usage()} label={trendLabel(usage())} />}
        </Show>
      ),
      as: "words",
      width: 86,
      offered: true,
      spare: 9,
    },
  ];
}

function countsOf(held: readonly string[]) {
  const of = (state: string) => held.filter((one) => one === state).length;
  return { contained: of("in"), all: held.length, unknown: of("unknown") };
}

function trendLabel(usage: readonly (number | null)[]): string {
  const known = usage.filter((share) => share !== null);
  return t().trendLabel(percentFigure(known[0] ?? 0), percentFigure(known.at(-1) ?? 0));
}

function giveColumns({ beside, currency }: Columns): readonly Column[] {
  const spanner = t().give;
  const amount = (value: string | null) => (value === null ? null : { amount: value, currency });
  return [
    {
      id: "time",
      name: t().time,
      unit: t().timeUnit,
      spanner,
      cell: (row) => (
        <Duration
          short
          minutes={row.minutes}
          unknown={row.minutesUnknown}
          estimated={beside().isEstimated(row.id).time}
        />
      ),
      as: "figures",
      width: 62,
      sorts: "descending",
      spare: 3,
    },
    {
      id: "cash",
      name: t().cash,
      unit: currency,
      spanner,
      cell: (row) => <Money bare short value={amount(row.cash)} unknown={row.cashUnknown} />,
      as: "figures",
      width: 66,
      sorts: "descending",
      spare: 4,
    },
    {
      id: "given",
      name: t().given,
      unit: currency,
      spanner,
      cell: (row) => (
        <Money
          bare
          short
          value={amount(givenOf(row))}
          unknown={row.giveBackUnknown ?? row.ratioUnknown}
          estimated={beside().isEstimated(row.id).value}
        />
      ),
      as: "figures",
      width: 68,
      sorts: "descending",
      spare: 1,
    },
  ];
}

function differenceColumns({ currency, axis }: Columns): readonly Column[] {
  const spanner = t().difference;
  const part = (amount: string | null) => (amount === null ? null : axis === 0 ? 0 : unitsOf(amount) / axis);
  return [
    {
      id: "bars",
      name: t().bars,
      head: () => (
        <>
          <i class="key key-use" /> {t().keyFairShare} <i class="key key-give" /> {t().keyGiven}
        </>
      ),
      unit: axis === 0 ? "" : t().axis(axisFigure(axis), currency),
      spanner,
      cell: (row) => (
        <PairedBarsSmall use={part(row.fairShare)} give={part(givenOf(row))} label={barsLabel(row)} />
      ),
      as: "words",
      width: 154,
      onPhone: true,
    },
    {
      id: "gap",
      name: t().gap,
      unit: currency,
      spanner,
      cell: (row) => (
        <span classList={{ zero: row.gap !== null && unitsOf(row.gap) === 0 }}>
          <Money
            bare
            short
            value={row.gap === null ? null : { amount: row.gap, currency }}
            unknown={row.gapUnknown}
          />
        </span>
      ),
      as: "figures",
      width: 72,
      sorts: "descending",
      onPhone: true,
    },
    {
      id: "ratio",
      name: t().ratio,
      unit: t().ratioUnit,
      spanner,
      cell: (row) => (
        <Show when={!row.beyondInventory} fallback={<span class="quiet">{t().beyondShare}</span>}>
          <RatioWord short ratio={row.ratio} met={row.fairShareMet} unknown={row.fairShareMetUnknown} />
        </Show>
      ),
      as: "words",
      width: 124,
      sorts: "descending",
      spare: 6,
    },
  ];
}

function barsLabel(row: RatioRow): string {
  const figure = (amount: string | null) =>
    amount === null ? unknownReason(undefined) : amountFigure(amount);
  return t().barsLabel(figure(row.fairShare), figure(givenOf(row)));
}

function otherColumns({ beside }: Columns): readonly Column[] {
  return [
    {
      id: "months",
      name: t().givenBy,
      unit: t().month,
      cell: (row) => (
        <Show when={beside().given(row.id)}>
          {(given) => <MonthBars given={given()} label={monthsLabel(given(), beside().months)} />}
        </Show>
      ),
      as: "words",
      width: 84,
      spare: 8,
    },
    {
      id: "channels",
      name: t().waysToPay,
      cell: (row) => (
        <Show when={row.channels.length > 0} fallback={<span class="quiet">{t().noneFound}</span>}>
          {channelWords(row.channels)}
        </Show>
      ),
      as: "words",
      width: 116,
      sorts: "descending",
      spare: 2,
    },
    {
      id: "ecosystem",
      name: t().ecosystem,
      cell: (row) => beside().ecosystems(row.id).map(ecosystemName).join(", "),
      as: "words",
      width: 110,
      offered: true,
      spare: 10,
    },
    {
      id: "owner",
      name: t().owner,
      cell: (row) => ownersOf(row, beside()),
      as: "words",
      width: 130,
      offered: true,
      spare: 11,
    },
    {
      id: "tail",
      name: t().mapping,
      cell: (row) => (row.provisional ? t().provisional : t().confirmed),
      as: "words",
      width: 96,
      offered: true,
      spare: 12,
    },
  ];
}

function ownersOf(row: RatioRow, { presence, standing }: Beside) {
  const { owners } = standing(row.id);
  const name = (slug: string) => presence?.products.find(({ team }) => team === slug)?.teamName ?? slug;
  return owners.length === 0 ? <Unknown short reason={t().noOwner} /> : owners.map(name).join(", ");
}

function monthsLabel(given: readonly number[], months: readonly string[]): string {
  const largest = Math.max(...given);
  const most = months[given.indexOf(largest)];
  if (!(largest > 0) || most === undefined) return t().givenInNone;
  const some = given.filter((amount) => amount > 0).length;
  return t().givenIn(count(some), count(given.length), monthName(most));
}
