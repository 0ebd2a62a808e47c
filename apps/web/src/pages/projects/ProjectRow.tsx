import type { RatioRow } from "@headwater/contract/ratios";
import { PairedBars } from "@headwater/ui/components";
import {
  amountFigure,
  count,
  duration,
  fairShareWord,
  percentFigure,
  ratioFigure,
  unknownReason,
} from "@headwater/ui/format";
import { For, Show } from "solid-js";
import { Amount, Figure } from "./Figure.tsx";
import { t } from "./texts.ts";
import { givenOf, unitsOf } from "./totals.ts";

interface ProjectRowProps {
  readonly row: RatioRow;
  readonly axis: number;
  readonly rowIndex: number;
  /** It is looked at beside the table. */
  readonly selected: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: () => void;
}

/** One project. On a phone the ratio in words stands under the name; elsewhere it has its columns. */
export function ProjectRow(props: ProjectRowProps) {
  return (
    <tr
      aria-rowindex={props.rowIndex}
      aria-current={props.selected ? "true" : undefined}
      classList={{ "row-selected": props.selected }}
    >
      <th scope="row" class="c-name" title={props.row.project}>
        <span class="name-line">
          <button
            type="button"
            class="ledger-name row-open"
            tabIndex={props.isTabStop ? 0 : -1}
            onClick={() => props.onOpen()}
          >
            {props.row.name}
          </button>
          <For each={remarks(props.row)}>{(remark) => <span class="name-remark">{remark}</span>}</For>
        </span>
        <span class="name-phone">
          {[ratioText(props.row), shareWords(props.row), ...remarks(props.row)].join(" · ")}
        </span>
      </th>
      <td class="figures c-reach">
        <Figure
          short
          value={props.row.reach}
          unknown={props.row.reachUnknown}
          print={(share) => percentFigure(share, 0)}
        />
      </td>
      <td class="figures c-usage">
        <Figure
          short
          value={props.row.usageShare}
          unknown={props.row.usageShareUnknown}
          print={percentFigure}
        />
      </td>
      <td class="figures c-time">
        <Figure short value={props.row.minutes} unknown={props.row.minutesUnknown} print={duration} />
      </td>
      <td class="figures c-cash">
        <Amount value={props.row.cash} unknown={props.row.cashUnknown} />
      </td>
      <td class="figures c-given">
        <Amount value={givenOf(props.row)} unknown={props.row.giveBackUnknown ?? props.row.ratioUnknown} />
      </td>
      <td class="c-bars">
        <PairedBars
          use={ofAxis(props.row.fairShare, props.axis)}
          give={ofAxis(givenOf(props.row), props.axis)}
          label={barsLabel(props.row)}
        />
      </td>
      <td class="figures c-gap" classList={{ zero: props.row.gap !== null && unitsOf(props.row.gap) === 0 }}>
        <Amount value={props.row.gap} unknown={props.row.gapUnknown} />
      </td>
      <td class="figures c-ratio">
        <Show when={!props.row.beyondInventory}>
          <Figure short value={props.row.ratio} unknown={props.row.ratioUnknown} print={ratioFigure} />
        </Show>
      </td>
      <td class="c-word">{shareWords(props.row)}</td>
      <td class="figures c-channels" classList={{ zero: props.row.channels.length === 0 }}>
        {count(props.row.channels.length)}
      </td>
    </tr>
  );
}

/** What is said beside a name, in words. */
function remarks(row: RatioRow): readonly string[] {
  return [
    ...(row.provisional ? [t().provisional] : []),
    ...(row.unknownRows > 0 ? [t().withoutRate(row.unknownRows)] : []),
  ];
}

function ratioText(row: RatioRow): string {
  return row.ratio === null ? t().ratioUnknown : ratioFigure(row.ratio);
}

/** How far the fair share is met, in words; what we give beyond our inventory has no fair share. */
function shareWords(row: RatioRow): string {
  if (row.beyondInventory) return t().beyondShare;
  if (row.fairShareMet === null) return unknownReason(row.fairShareMetUnknown);
  return fairShareWord(row.fairShareMet);
}

function ofAxis(amount: string | null, axis: number): number | null {
  if (amount === null) return null;
  return axis === 0 ? 0 : unitsOf(amount) / axis;
}

function barsLabel(row: RatioRow): string {
  const figure = (amount: string | null) =>
    amount === null ? unknownReason(undefined) : amountFigure(amount);
  return t().barsLabel(figure(row.fairShare), figure(givenOf(row)));
}
