import type { RatioRow, Summary } from "@headwater/contract/ratios";
import {
  type FootRow,
  Ledger,
  type LedgerColumn,
  type LedgerLayout,
  Money,
  RatioWord,
} from "@headwater/ui/components";
import { amountFigure, duration, percentFigure, ratioFigure } from "@headwater/ui/format";
import { Link, useNavigate, useRouter } from "@tanstack/solid-router";
import { createMemo, type JSX } from "solid-js";
import { projectAddress } from "../project/address.ts";
import { printAsked, type WhyNumber } from "../why/search.ts";
import type { Beside } from "./beside.ts";
import { groupsOf } from "./groups.ts";
import { type ProjectsSearch, readProjectsSearch, type SortKey } from "./search.ts";
import { t } from "./texts.ts";
import type { Totals } from "./totals.ts";

interface ProjectsLedgerProps {
  readonly rows: readonly RatioRow[];
  readonly search: ProjectsSearch;
  readonly columns: readonly LedgerColumn<RatioRow>[];
  readonly layout: LedgerLayout;
  readonly onLayout: (layout: LedgerLayout) => void;
  readonly beside: Beside;
  /** Null until every row has arrived: a sum of a part would only look like one. */
  readonly totals: Totals | null;
  readonly all: number;
  /** Null where its projects have rows of their own. */
  readonly tail: Tail | null;
  readonly waiting: boolean;
  readonly onPeek: (row: RatioRow) => void;
}

type Tail = Summary["tail"];

/** The table: groups where they are asked for, the tail in one line, the total under its rules. */
export function ProjectsLedger(props: ProjectsLedgerProps) {
  const navigate = useNavigate();
  const router = useRouter();
  const sortBy = (by: string, order: "ascending" | "descending") => {
    const natural = by === "name" ? "ascending" : "descending";
    void navigate({
      to: "/projects",
      search: readProjectsSearch({
        ...props.search,
        sort: by,
        order: order === natural ? undefined : "reversed",
      }),
      resetScroll: false,
    });
  };
  const sorted = () => {
    const by: SortKey = props.search.sort ?? "gap";
    const ascending = (by === "name") !== (props.search.order === "reversed");
    return { by, order: ascending ? ("ascending" as const) : ("descending" as const) };
  };
  const target = (row: RatioRow) => projectAddress(row.project ?? row.id);
  const groups = createMemo(() =>
    props.search.group === undefined
      ? undefined
      : groupsOf(props.rows, props.search, props.beside).map((group) => ({
          key: group.key,
          name: group.name,
          count: group.rows.length,
          rows: group.rows,
          cell: (column: string) => sumCell(group.totals, column),
        })),
  );
  const askWhy = (row: RatioRow) =>
    void navigate({
      to: ".",
      search: (search) => ({
        ...search,
        why: printAsked({ number: whyOf[props.search.sort ?? "gap"], project: row.project ?? row.id }),
      }),
      resetScroll: false,
    });
  return (
    <Ledger
      labelledBy="projects-title"
      columns={props.columns}
      rows={props.rows}
      groups={groups()}
      keyOf={(row) => row.project ?? row.id}
      selected={props.search.peek}
      sort={sorted()}
      onSort={({ by, order }) => sortBy(by, order)}
      layout={props.layout}
      onLayout={(layout) => props.onLayout(layout)}
      waiting={props.waiting}
      onPeek={(row) => props.onPeek(row)}
      onOpen={(row) => void navigate(target(row))}
      addressOf={(row) => router.buildLocation(target(row)).href}
      onKey={(key, row) => {
        if (key.toLowerCase() !== "w") return false;
        askWhy(row);
        return true;
      }}
      remark={(row) => remarks(row).join(" · ")}
      phoneLine={(row) => <PhoneLine row={row} />}
      foot={[
        ...(props.tail !== null && props.tail.projects > 0 ? [tailRow(props.tail, props.search)] : []),
        totalRow(props.totals, props.all),
      ]}
    />
  );
}

/** The figure that `W` explains in a row: the one by which the table is ranked. */
const whyOf: Readonly<Record<SortKey, WhyNumber>> = {
  name: "gap",
  channels: "gap",
  gap: "gap",
  reach: "reach",
  usage: "usageShare",
  time: "minutes",
  cash: "cash",
  given: "giveBack",
  ratio: "ratio",
};

/** What is said beside a name, in words. */
function remarks(row: RatioRow): readonly string[] {
  return [
    ...(row.provisional ? [t().provisional] : []),
    ...(row.unknownRows > 0 ? [t().withoutRate(row.unknownRows)] : []),
  ];
}

function PhoneLine(props: { readonly row: RatioRow }) {
  return (
    <>
      {props.row.ratio === null ? t().ratioUnknown : `${ratioFigure(props.row.ratio)} `}
      <RatioWord short met={props.row.fairShareMet} unknown={props.row.fairShareMetUnknown} />
      {remarks(props.row)
        .map((remark) => ` · ${remark}`)
        .join("")}
    </>
  );
}

function sumCell(totals: Totals, column: string): JSX.Element {
  switch (column) {
    case "usage":
      return percentFigure(totals.usageShare);
    case "time":
      return duration(totals.minutes);
    case "cash":
      return amountFigure(totals.cash);
    case "given":
      return amountFigure(totals.giveBack);
    case "gap":
      return totals.gap === null ? "" : amountFigure(totals.gap);
    default:
      return "";
  }
}

/** Nobody can send three thousand payments of four dollars: the tail is one line with its own share and gap. */
function tailRow(tail: Tail, search: ProjectsSearch): FootRow {
  const amount = (value: string | null) => (value === null ? null : { amount: value, currency: "" });
  const cells: Readonly<Record<string, JSX.Element>> = {
    usage: percentFigure(tail.usageShare),
    given: <Money bare short value={amount(tail.giveBack)} unknown={tail.giveBackUnknown} />,
    gap: <Money bare short value={amount(tail.gap)} unknown={tail.gapUnknown} />,
    bars: tail.fairShare === null ? "" : t().fairShareOf(amountFigure(tail.fairShare)),
  };
  return {
    as: "tail",
    name: (
      <>
        <span class="strong">{t().longTail}</span> {t().projects(tail.projects)}{" "}
        <Link
          to="/projects"
          search={readProjectsSearch({ ...search, tail: "shown" })}
          resetScroll={false}
          class="link not-printed"
        >
          {t().showEach}
        </Link>
      </>
    ),
    cell: (column) => cells[column] ?? "",
  };
}

function totalRow(totals: Totals | null, all: number): FootRow {
  const shown = totals?.projects ?? all;
  return {
    as: "total",
    name: shown >= all ? t().projects(shown) : t().projectsOf(shown, all),
    cell: (column) => (totals === null ? "" : sumCell(totals, column)),
  };
}
