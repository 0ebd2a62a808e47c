import { type JSX, Show } from "solid-js";
import {
  amountFigure,
  duration,
  exactAmount,
  fairShareWord,
  money,
  percent,
  percentFigure,
  ratioFigure,
  unknownReason,
} from "../format/index.ts";
import type { Money as Amount } from "../format/money.ts";
import "./figures.css";
import { Unknown } from "./Unknown.tsx";
import { words } from "./words.ts";

interface FigureOf {
  /** The code of why it is null (`no-rate`); its words are those of ui/format. */
  readonly unknown?: string | undefined;
  /** More than half of it is estimated: italic over a hatched line. */
  readonly estimated?: boolean | undefined;
  /** There is no room for the reason: it is only said to screen readers. */
  readonly short?: boolean | undefined;
}

interface AnyFigureProps<Value> extends FigureOf {
  readonly value: Value | null;
  readonly print: (value: Value) => string;
}

/** A figure, or the word unknown with its reason; never an empty cell, never 0 for what nobody knows. */
export function Figure<Value extends object | number | string>(props: AnyFigureProps<Value>) {
  return (
    <Show
      when={props.value === null ? null : { is: props.value }}
      fallback={<Unknown short={props.short === true} reason={unknownReason(props.unknown)} />}
    >
      {(known) => (
        <Show when={props.estimated} fallback={props.print(known().is)}>
          <Estimated>{props.print(known().is)}</Estimated>
        </Show>
      )}
    </Show>
  );
}

/** Italic over a hatched line, and the word for whoever listens. */
export function Estimated(props: { readonly children: JSX.Element }) {
  return (
    <span class="estimated">
      {props.children}
      <span class="said">{` (${words().estimated})`}</span>
    </span>
  );
}

interface MoneyProps extends FigureOf {
  readonly value: Amount | null;
  /** Under a head that names the currency: the bare figure. */
  readonly bare?: boolean | undefined;
  /** Every digit that it has, where a payment is made or a row is shown. */
  readonly exact?: boolean | undefined;
}

/** `USD 81,318`; bare `81,318`; exact `81,318.00`. */
export function Money(props: MoneyProps) {
  const print = (value: Amount) => {
    if (props.bare === true)
      return props.exact === true ? exactAmount(value.amount) : amountFigure(value.amount);
    return props.exact === true ? `${value.currency}\u00a0${exactAmount(value.amount)}` : money(value);
  };
  return <Figure {...props} print={print} />;
}

/** Whole minutes as `h:mm`; the unit stands in the head or in the sentence. */
export function Duration(props: FigureOf & { readonly minutes: number | null }) {
  return <Figure {...props} value={props.minutes} print={duration} />;
}

interface ShareProps extends FigureOf {
  /** 0 to 1. */
  readonly share: number | null;
  readonly digits?: number | undefined;
  /** Under a head that says %. */
  readonly bare?: boolean | undefined;
}

/** A share in per cent: `38 %`, bare `38.4`. */
export function Share(props: ShareProps) {
  const print = (share: number) =>
    props.bare === true ? percentFigure(share, props.digits ?? 1) : percent(share, props.digits ?? 0);
  return <Figure {...props} value={props.share} print={print} />;
}

interface RatioWordProps extends FigureOf {
  /** Fair share met; null where nobody can say. */
  readonly met: number | null;
  /** Our giving against our using, before the word where it is passed. */
  readonly ratio?: number | null | undefined;
}

/** The ratio in a number and a word: `0.68 little`, `4.43 about our share`. */
export function RatioWord(props: RatioWordProps) {
  return (
    <span class="ratio-word">
      <Show when={props.ratio !== undefined && props.ratio !== null ? { is: props.ratio } : null}>
        {(ratio) => <span class="ratio-figure">{ratioFigure(ratio().is)}</span>}
      </Show>
      <Figure {...props} value={props.met} print={fairShareWord} />
    </span>
  );
}
