import {
  Button,
  ColumnChooser,
  createLedgerLayout,
  Duration,
  Ledger,
  type LedgerColumn,
  type LedgerGroup,
  type LedgerSort,
  Money,
  PairedBars,
  RatioWord,
  SectionHead,
  Segmented,
  Share,
  showToast,
  Unknown,
} from "@headwater/ui/components";
import { amountFigure, count, duration, unknownReason } from "@headwater/ui/format";
import { createMemo, createSignal, type JSX, Show } from "solid-js";
import { type Example, exampleRows, fourRows, given, sortRows } from "./example-rows.ts";
import { t } from "./texts.ts";

/** A small ledger with a group, a row of estimates, an unknown, and sums; it can wait and be dimmed. */
export function TableStates() {
  const [state, setState] = createSignal("rows");
  const [selected, setSelected] = createSignal<string | undefined>("xz");
  const [sort, setSort] = createSignal<LedgerSort>({ by: "given", order: "descending" });
  const rows = createMemo(() => sortRows(fourRows, sort()));
  const groups = (): readonly LedgerGroup<Example, JSX.Element>[] => [
    { key: "system", name: t().systemLibraries, count: rows().length, rows: rows(), cell: sums },
  ];
  return (
    <section>
      <SectionHead title={t().tableStates}>
        <Segmented
          label={t().tableStates}
          options={[
            { value: "rows", name: t().filled },
            { value: "dimmed", name: t().dimmed },
            { value: "waiting", name: t().waiting },
          ]}
          value={state()}
          onChoose={setState}
        />
      </SectionHead>
      <Ledger
        label={t().tableStates}
        columns={smallColumns()}
        rows={rows()}
        groups={groups()}
        keyOf={(row) => row.name}
        selected={selected()}
        onPeek={(row) => setSelected((now) => (now === row.name ? undefined : row.name))}
        sort={sort()}
        onSort={setSort}
        waiting={state() === "waiting"}
        dimmed={state() === "dimmed"}
        phoneLine={(row) => row.support ?? t().unknown}
        foot={[
          { as: "total", name: t().allShown, cell: sums },
          { as: "after", name: t().before, cell: (column) => (column === "given" ? "1,200" : "") },
        ]}
      />
    </section>
  );
}

function sums(column: string): JSX.Element {
  if (column === "time") return duration(4215);
  return column === "given" ? amountFigure("13728.00") : "";
}

const small: readonly string[] = ["name", "time", "given", "support"];
const smallColumns = () =>
  columns()
    .filter(({ id }) => small.includes(id))
    .map((column) => ({ ...column, spanner: undefined, offered: false }));

/** A long one: only the rows near the window are in the page. */
export function LongTable() {
  const [rows, setRows] = createSignal("40");
  const [layout, setLayout] = createLedgerLayout("dev");
  const [selected, setSelected] = createSignal<string | undefined>();
  const [sort, setSort] = createSignal<LedgerSort>({ by: "gap", order: "descending" });
  const all = createMemo(() => sortRows(exampleRows(Number(rows())), sort()));
  const open = (row: Example) => showToast({ said: t().opened(row.name) });
  return (
    <section class="dev-long">
      <SectionHead title={t().longTable}>
        <span class="dev-row">
          <Segmented
            label={t().rows}
            options={["40", "1000", "10000"].map((value) => ({ value, name: count(Number(value)) }))}
            value={rows()}
            onChoose={setRows}
          />
          <ColumnChooser columns={columns()} layout={layout()} onLayout={setLayout} />
        </span>
      </SectionHead>
      <Ledger
        label={t().longTable}
        columns={columns()}
        rows={all()}
        keyOf={(row) => row.name}
        selected={selected()}
        onPeek={(row) => setSelected((now) => (now === row.name ? undefined : row.name))}
        onOpen={open}
        sort={sort()}
        onSort={setSort}
        layout={layout()}
        onLayout={setLayout}
        remark={(row) => (row.provisional ? t().provisional : "")}
        phoneLine={(row) => <RatioWord ratio={row.ratio} met={row.met} />}
        foot={[
          { as: "tail", name: t().longTail, cell: (column) => (column === "gap" ? amountFigure("812") : "") },
          {
            as: "total",
            name: t().projects(Number(rows())),
            cell: (column) => (column === "usage" ? <Share share={1} bare /> : ""),
          },
        ]}
      />
      <Show when={selected()}>
        {(name) => (
          <p class="dev-row">
            {t().lookedAt(name())}
            <Button size="small" onClick={() => setSelected(undefined)}>
              {t().keep}
            </Button>
          </p>
        )}
      </Show>
    </section>
  );
}

/** Where the axis of the bars ends, in whole units. */
const AXIS = 24_000;

function columns(): readonly LedgerColumn<Example>[] {
  const { take, give, difference } = t().spanners;
  return [
    { id: "name", name: t().project, width: 200, sorts: "ascending", cell: (row) => row.name },
    {
      id: "reach",
      name: t().reach,
      unit: "%",
      spanner: take,
      as: "figures",
      width: 62,
      spare: 9,
      sorts: "descending",
      cell: (row) => <Share share={row.reach} bare digits={0} />,
    },
    {
      id: "usage",
      name: t().usage,
      unit: "%",
      spanner: take,
      as: "figures",
      width: 66,
      sorts: "descending",
      cell: (row) => <Share share={row.usage} bare />,
    },
    {
      id: "time",
      name: t().time,
      unit: "h:mm",
      spanner: give,
      as: "figures",
      width: 78,
      spare: 6,
      sorts: "descending",
      cell: (row) => <Duration minutes={row.minutes} estimated={row.estimated} />,
    },
    {
      id: "given",
      name: t().given,
      unit: "USD",
      spanner: give,
      as: "figures",
      width: 86,
      spare: 4,
      sorts: "descending",
      cell: (row) => <Money short bare value={given(row)} unknown="no-rate" estimated={row.estimated} />,
    },
    {
      id: "bars",
      name: t().fairShareAndGiven,
      unit: `0 to ${count(AXIS / 1000)} k USD`,
      spanner: difference,
      width: 168,
      onPhone: true,
      cell: (row) => (
        <PairedBars
          use={row.fairShare / AXIS}
          give={row.given === null ? null : row.given / AXIS}
          label={t().barsSaid(count(row.fairShare), row.given === null ? t().unknown : count(row.given))}
        />
      ),
    },
    {
      id: "gap",
      name: t().gap,
      unit: "USD",
      spanner: difference,
      as: "figures",
      width: 82,
      sorts: "descending",
      onPhone: true,
      cell: (row) => <span classList={{ zero: row.gap === 0 }}>{amountFigure(String(row.gap))}</span>,
    },
    {
      id: "ratio",
      name: t().ratioWord,
      unit: t().giveByUse,
      spanner: difference,
      width: 190,
      spare: 7,
      cell: (row) => <RatioWord ratio={row.ratio} met={row.met} />,
    },
    {
      id: "support",
      name: t().support,
      width: 130,
      offered: true,
      spare: 8,
      cell: (row) => row.support ?? <Unknown reason={unknownReason("")} />,
    },
  ];
}
