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
import { tableTexts } from "./table-texts.ts";
import { t } from "./texts.ts";

/** A small ledger with a group, a row of estimates, an unknown, and sums; it can wait and be dimmed. */
export function TableStates() {
  const [state, setState] = createSignal("rows");
  const [selected, setSelected] = createSignal<string | undefined>("xz");
  const [sort, setSort] = createSignal<LedgerSort>({ by: "given", order: "descending" });
  const rows = createMemo(() => sortRows(fourRows, sort()));
  const groups = (): readonly LedgerGroup<Example, JSX.Element>[] => [
    { key: "system", name: tableTexts().systemLibraries, count: rows().length, rows: rows(), cell: sums },
  ];
  return (
    <section>
      <SectionHead title={tableTexts().tableStates}>
        <Segmented
          label={tableTexts().tableStates}
          options={[
            { value: "rows", name: tableTexts().filled },
            { value: "dimmed", name: tableTexts().dimmed },
            { value: "waiting", name: tableTexts().waiting },
          ]}
          value={state()}
          onChoose={setState}
        />
      </SectionHead>
      <Ledger
        label={tableTexts().tableStates}
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
          { as: "total", name: tableTexts().allShown, cell: sums },
          { as: "after", name: tableTexts().before, cell: (column) => (column === "given" ? "1,200" : "") },
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
    .map((column) => ({ ...column, spanner: undefined, offered: false, onPhone: column.id !== "support" }));

/** A long one: only the rows near the window are in the page. */
export function LongTable() {
  const [rows, setRows] = createSignal("40");
  const [layout, setLayout] = createLedgerLayout("dev");
  const [selected, setSelected] = createSignal<string | undefined>();
  const [sort, setSort] = createSignal<LedgerSort>({ by: "gap", order: "descending" });
  const all = createMemo(() => sortRows(exampleRows(Number(rows())), sort()));
  const open = (row: Example) => showToast({ said: tableTexts().opened(row.name) });
  return (
    <section class="dev-long">
      <SectionHead title={tableTexts().longTable}>
        <span class="dev-row">
          <Segmented
            label={tableTexts().rows}
            options={["40", "1000", "10000"].map((value) => ({ value, name: count(Number(value)) }))}
            value={rows()}
            onChoose={setRows}
          />
          <ColumnChooser columns={columns()} layout={layout()} onLayout={setLayout} />
        </span>
      </SectionHead>
      <Ledger
        label={tableTexts().longTable}
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
        remark={(row) => (row.provisional ? tableTexts().provisional : "")}
        phoneLine={(row) => <RatioWord ratio={row.ratio} met={row.met} />}
        foot={[
          {
            as: "tail",
            name: tableTexts().longTail,
            cell: (column) => (column === "gap" ? amountFigure("812") : ""),
          },
          {
            as: "total",
            name: tableTexts().projects(Number(rows())),
            cell: (column) => (column === "usage" ? <Share share={1} bare /> : ""),
          },
        ]}
      />
      <Show when={selected()}>
        {(name) => (
          <p class="dev-row">
            {tableTexts().lookedAt(name())}
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
  return [
    { id: "name", name: t().project, width: 200, sorts: "ascending", cell: (row) => row.name },
    ...taken(),
    ...giving(),
    ...difference(),
    {
      id: "support",
      name: tableTexts().support,
      width: 130,
      offered: true,
      spare: 8,
      cell: (row) => row.support ?? <Unknown reason={unknownReason("")} />,
    },
  ];
}

function taken(): readonly LedgerColumn<Example>[] {
  const spanner = tableTexts().spanners.take;
  return [
    {
      id: "reach",
      name: tableTexts().reach,
      unit: "%",
      spanner,
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
      spanner,
      as: "figures",
      width: 66,
      sorts: "descending",
      cell: (row) => <Share share={row.usage} bare />,
    },
  ];
}

function giving(): readonly LedgerColumn<Example>[] {
  const spanner = tableTexts().spanners.give;
  return [
    {
      id: "time",
      name: tableTexts().time,
      unit: "h:mm",
      spanner,
      as: "figures",
      width: 78,
      spare: 6,
      sorts: "descending",
      cell: (row) => <Duration minutes={row.minutes} estimated={row.estimated} />,
    },
    {
      id: "given",
      name: tableTexts().given,
      unit: "USD",
      spanner,
      as: "figures",
      width: 86,
      spare: 4,
      sorts: "descending",
      cell: (row) => <Money short bare value={given(row)} unknown="no-rate" estimated={row.estimated} />,
    },
  ];
}

function difference(): readonly LedgerColumn<Example>[] {
  const spanner = tableTexts().spanners.difference;
  return [
    {
      id: "bars",
      name: tableTexts().fairShareAndGiven,
      unit: `0 to ${count(AXIS / 1000)} k USD`,
      spanner,
      width: 168,
      onPhone: true,
      cell: (row) => (
        <PairedBars
          use={row.fairShare / AXIS}
          give={row.given === null ? null : row.given / AXIS}
          label={tableTexts().barsSaid(
            count(row.fairShare),
            row.given === null ? t().unknown : count(row.given),
          )}
        />
      ),
    },
    {
      id: "gap",
      name: tableTexts().gap,
      unit: "USD",
      spanner,
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
      spanner,
      width: 190,
      spare: 7,
      cell: (row) => <RatioWord ratio={row.ratio} met={row.met} />,
    },
  ];
}
