import { PairedBars, Unknown } from "@headwater/ui/components";
import {
  amountFigure,
  count,
  duration,
  fairShareWord,
  type Money,
  percentFigure,
  ratioFigure,
  unknownReason,
} from "@headwater/ui/format";
import { Show } from "solid-js";
import type { Known, ProjectRatio } from "../../answers.ts";
import { unitsOf } from "./totals.ts";

interface ProjectRowProps {
  readonly row: ProjectRatio;
  readonly axis: number;
  readonly rowIndex: number;
}

/** One project. On a phone the ratio in words stands under the name; elsewhere it has its columns. */
export function ProjectRow(props: ProjectRowProps) {
  return (
    <tr aria-rowindex={props.rowIndex}>
      <th scope="row" class="c-name" title={props.row.slug}>
        <span class="name-line">
          <span class="ledger-name">{props.row.name}</span>
          <Show when={props.row.provisional}>
            <span class="name-remark">provisional</span>
          </Show>
        </span>
        <span class="name-phone">{`${ratioText(props.row)} · ${shareWords(props.row)}${props.row.provisional ? " · provisional" : ""}`}</span>
      </th>
      <td class="figures c-reach">
        <Figure value={props.row.reach} print={(share) => percentFigure(share, 0)} />
      </td>
      <td class="figures c-usage">
        <Figure value={props.row.usageShare} print={percentFigure} />
      </td>
      <td class="figures c-time">
        <Figure value={props.row.minutes} print={duration} />
      </td>
      <td class="figures c-cash">
        <Amount money={props.row.cash} />
      </td>
      <td class="figures c-given">
        <Amount money={props.row.giveBack} />
      </td>
      <td class="c-bars">
        <PairedBars
          use={ofAxis(props.row.fairShare, props.axis)}
          give={ofAxis(props.row.giveBack, props.axis) ?? 0}
          label={barsLabel(props.row)}
        />
      </td>
      <td
        class="figures c-gap"
        classList={{ zero: props.row.gap.value !== null && unitsOf(props.row.gap) === 0 }}
      >
        <Amount money={props.row.gap} />
      </td>
      <td class="figures c-ratio">
        <Figure value={props.row.ratio} print={ratioFigure} />
      </td>
      <td class="c-word">{shareWords(props.row)}</td>
      <td class="figures c-channels" classList={{ zero: props.row.channels === 0 }}>
        {count(props.row.channels)}
      </td>
    </tr>
  );
}

function Amount(props: { readonly money: Known<Money> }) {
  return (
    <Show when={props.money.value} fallback={<Unknown short reason={unknownReason(props.money.reason)} />}>
      {(known) => amountFigure(known().amount)}
    </Show>
  );
}

function Figure(props: { readonly value: Known<number>; readonly print: (value: number) => string }) {
  return (
    <Show
      when={props.value.value !== null}
      fallback={<Unknown short reason={unknownReason(props.value.reason)} />}
    >
      {props.print(props.value.value ?? 0)}
    </Show>
  );
}

function ratioText(row: ProjectRatio): string {
  return row.ratio.value === null ? "ratio unknown" : ratioFigure(row.ratio.value);
}

/** How far the fair share is met, in words; what we give beyond our inventory has no fair share. */
function shareWords(row: ProjectRatio): string {
  if (row.usageShare.value === 0 && unitsOf(row.giveBack) > 0) return "beyond our inventory";
  if (row.fairShareMet.value === null) return unknownReason(row.fairShareMet.reason);
  return fairShareWord(row.fairShareMet.value);
}

function ofAxis(money: Known<Money>, axis: number): number | null {
  if (money.value === null) return null;
  return axis === 0 ? 0 : unitsOf(money) / axis;
}

function barsLabel(row: ProjectRatio): string {
  const figure = (money: Known<Money>) =>
    money.value === null ? "unknown" : amountFigure(money.value.amount);
  return `Fair share ${figure(row.fairShare)}, given ${figure(row.giveBack)}`;
}
