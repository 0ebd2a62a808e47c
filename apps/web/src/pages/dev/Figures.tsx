import {
  Duration,
  KeyFigure,
  KeyFigures,
  Ledger,
  type LedgerColumn,
  Money,
  RatioWord,
  SectionHead,
  Share,
} from "@headwater/ui/components";
import { t } from "./texts.ts";

/** One figure of each kind; `unknown` is the reason's code. */
interface Kinds {
  readonly name: string;
  readonly amount: string | null;
  readonly minutes: number | null;
  readonly share: number | null;
  readonly ratio: number | null;
  readonly met: number | null;
  readonly unknown?: string;
  readonly estimated?: boolean;
}

const rows = (): readonly Kinds[] => [
  { name: t().known, amount: "81318.00", minutes: 4215, share: 0.3837, ratio: 0.68, met: 0.17 },
  { name: t().zero, amount: "0", minutes: 0, share: 0, ratio: 0, met: 0 },
  { name: t().little, amount: "0.31", minutes: 1, share: 0.0004, ratio: 0.001, met: 0.001 },
  {
    name: t().unknown,
    amount: null,
    minutes: null,
    share: null,
    ratio: null,
    met: null,
    unknown: "no-rate",
  },
  {
    name: t().estimated,
    amount: "81318.00",
    minutes: 135,
    share: 0.42,
    ratio: 4.43,
    met: 1.15,
    estimated: true,
  },
];

const columns = (): readonly LedgerColumn<Kinds>[] => [
  { id: "name", name: t().state, width: 90, cell: (row) => row.name },
  {
    id: "money",
    name: t().money,
    unit: "USD",
    as: "figures",
    width: 86,
    cell: (row) => (
      <Money
        bare
        short
        value={row.amount === null ? null : { amount: row.amount, currency: "USD" }}
        unknown={row.unknown}
        estimated={row.estimated}
      />
    ),
  },
  {
    id: "time",
    name: t().duration,
    unit: "h:mm",
    as: "figures",
    width: 80,
    onPhone: true,
    cell: (row) => <Duration short minutes={row.minutes} unknown={row.unknown} estimated={row.estimated} />,
  },
  {
    id: "share",
    name: t().share,
    unit: "%",
    as: "figures",
    width: 76,
    onPhone: true,
    cell: (row) => <Share bare short share={row.share} unknown={row.unknown} estimated={row.estimated} />,
  },
  {
    id: "ratio",
    name: t().ratioWord,
    unit: t().giveByUse,
    width: 160,
    cell: (row) => <RatioWord short ratio={row.ratio} met={row.met} unknown={row.unknown} />,
  },
];

/** The same four figures known, zero, little, unknown and estimated; in prose they carry their units. */
export function FiguresExample() {
  return (
    <section>
      <SectionHead title={t().figures} />
      <Ledger inset label={t().figures} columns={columns()} rows={rows()} keyOf={(row) => row.name} />
      <p class="note dev-prose">
        {t().inProse} <Money value={{ amount: "81318.00", currency: "USD" }} />, <Duration minutes={4215} />{" "}
        h, <Share share={0.3837} />, <Money exact value={{ amount: "437.50", currency: "USD" }} />,{" "}
        <Money value={null} unknown="no-exchange-rate" />.
      </p>
    </section>
  );
}

export function KeyFiguresExample() {
  const why = () => (
    <a class="why" href="#coverage">
      {t().why}
    </a>
  );
  const trend = () => (
    <svg class="dev-trend" aria-hidden="true" viewBox="0 0 120 20">
      <path d="M0 15 L20 13 L40 14 L60 9 L80 11 L100 6 L118 5" />
      <circle cx="118" cy="5" r="2" />
    </svg>
  );
  return (
    <section id="coverage">
      <SectionHead title={t().keyFigures} />
      <KeyFigures>
        <KeyFigure name={t().ofTarget} figure="38" unit="%" caption={t().was46} why={why()} trend={trend()} />
        <KeyFigure name={t().coverage} figure="40.5" unit="%" caption={t().coverageCaption} trend={trend()} />
        <KeyFigure name={t().monthsBehind} figure="9.2" caption={t().monthsCaption} />
        <KeyFigure name={t().pledgePerDeveloper} figure={<Money value={null} unknown="no-headcount" />} />
      </KeyFigures>
      <KeyFigures compact>
        <KeyFigure name={t().ofTarget} figure="38" unit="%" caption={t().was46} />
        <KeyFigure name={t().coverage} figure="40.5" unit="%" caption={t().coverageCaption} />
        <KeyFigure name={t().monthsBehind} figure="9.2" caption={t().monthsCaption} />
        <KeyFigure name={t().pledgePerDeveloper} figure="437.50" unit="USD" />
      </KeyFigures>
    </section>
  );
}
