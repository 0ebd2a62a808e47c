import { createSignal, createUniqueId, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import "./chart-figure.css";
import { CaptionLine } from "./reading.ts";
import { keepFigure } from "./tables.ts";

/** The rows behind a chart. Figures are written as they are read; null is unknown. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface ChartColumn {
  readonly name: string;
  /** Stands once, in the head: `USD`. */
  readonly unit?: string;
  /** Figures stand at the right edge, words at the left. */
  readonly figures?: boolean;
}

interface ChartFigureProps {
  /** The heading of the figure; left out where the page has one already, which `labelledBy` then names. */
  readonly title?: string;
  readonly labelledBy?: string;
  /** A one pixel ink rule above the heading, as a section of a page has. */
  readonly ruled?: boolean;
  /** The sentence that is printed below. */
  readonly summary: string;
  /** What follows the sentence in a quieter ink: how a figure is meant. */
  readonly note?: string;
  readonly table: ChartTable;
  /** What stands at the right of the heading, before the button: units and links. */
  readonly aside?: JSX.Element;
  readonly words: {
    /** The button while the chart is shown, `table`, and while the table is, `chart`. */
    readonly table: string;
    readonly chart: string;
    readonly unknown: string;
  };
  readonly children: JSX.Element;
}

/** A chart with its sentence below it and its table behind it. The sentence gives way to what the reading mark says. */
export function ChartFigure(props: ChartFigureProps) {
  const [tabled, setTabled] = createSignal(false);
  const [reading, setReading] = createSignal<string | null>(null);
  const heading = createUniqueId();
  onMount(() => onCleanup(keepFigure({ showsTable: tabled, show: setTabled })));
  return (
    <figure class="chart-figure" aria-labelledby={props.title === undefined ? props.labelledBy : heading}>
      <div class="chart-figure-head" classList={{ "chart-figure-ruled": props.ruled === true }}>
        <Show when={props.title}>{(title) => <h2 id={heading}>{title()}</h2>}</Show>
        <span class="chart-figure-aside byline">
          {props.aside}
          <Show when={props.aside}>
            <span class="not-printed"> · </span>
          </Show>
          <button
            type="button"
            class="chart-figure-turn link not-printed"
            onClick={() => setTabled(!tabled())}
          >
            {tabled() ? props.words.chart : props.words.table}
          </button>
          <kbd class="not-printed" aria-hidden="true">
            T
          </kbd>
        </span>
      </div>
      <Show when={!tabled()} fallback={<TableBehind table={props.table} unknown={props.words.unknown} />}>
        <CaptionLine.Provider value={setReading}>{props.children}</CaptionLine.Provider>
      </Show>
      <figcaption class="chart-figure-caption note">
        <span class="chart-figure-summary" classList={{ "chart-figure-away": reading() !== null }}>
          {props.summary}
          <Show when={props.note}>{(note) => <span class="chart-figure-note">{` ${note()}`}</span>}</Show>
        </span>
        <span class="chart-figure-reading">{reading()}</span>
      </figcaption>
    </figure>
  );
}

function TableBehind(props: { readonly table: ChartTable; readonly unknown: string }) {
  const edge = (index: number) => ({ "chart-table-figure": props.table.columns[index]?.figures === true });
  return (
    <div class="chart-table-room">
      <table class="chart-table">
        <thead>
          <tr>
            <For each={props.table.columns}>
              {(column, index) => (
                <th scope="col" classList={edge(index())}>
                  {column.name}
                  <Show when={column.unit}>{(unit) => <span class="chart-table-unit">{unit()}</span>}</Show>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.table.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(cell, index) => (
                    <Show
                      when={index() > 0}
                      fallback={
                        <th scope="row" classList={edge(0)}>
                          {cell}
                        </th>
                      }
                    >
                      <td classList={edge(index())}>
                        {cell ?? <span class="chart-table-unknown">{props.unknown}</span>}
                      </td>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
