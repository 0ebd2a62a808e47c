import { Unknown } from "@headwater/ui/components";
import { amountFigure, unknownReason } from "@headwater/ui/format";
import { Show } from "solid-js";

interface FigureProps<Value> {
  readonly value: Value | null;
  /** Why it is null. */
  readonly unknown: string | undefined;
  readonly print: (value: Value) => string;
  /** Where there is no room, the reason is only said to screen readers. */
  readonly short?: boolean;
}

/** A figure, or the word unknown with its reason; never an empty cell, never 0 for what nobody knows. */
export function Figure<Value extends number | string>(props: FigureProps<Value>) {
  return (
    <Show
      when={props.value !== null ? { is: props.value } : null}
      fallback={<Unknown short={props.short === true} reason={unknownReason(props.unknown)} />}
    >
      {(known) => props.print(known().is)}
    </Show>
  );
}

/** An amount in the currency that the head of its column names. */
export function Amount(props: { readonly value: string | null; readonly unknown: string | undefined }) {
  return <Figure short value={props.value} unknown={props.unknown} print={amountFigure} />;
}
