import { type JSX, Show } from "solid-js";
import "./key-figures.css";

interface KeyFiguresProps {
  readonly children: JSX.Element;
  /** Figures of a part of the page: smaller, under one pixel instead of three. */
  readonly compact?: boolean;
}

/** The figures under the only three pixel rule of a page. */
export function KeyFigures(props: KeyFiguresProps) {
  return (
    <dl class="key-figures" classList={{ "key-figures-compact": props.compact === true }}>
      {props.children}
    </dl>
  );
}

interface KeyFigureProps {
  readonly name: string;
  readonly figure: JSX.Element;
  readonly unit?: string | undefined;
  /** The comparison in words, `was 46 %`, or the parts. Never an arrow: more is not always better. */
  readonly caption?: JSX.Element | undefined;
  /** The dotted link that opens its reasons. */
  readonly why?: JSX.Element | undefined;
  /** A sparkline; it stands beside the printed figure and never instead of it. */
  readonly trend?: JSX.Element | undefined;
}

export function KeyFigure(props: KeyFigureProps) {
  return (
    <div class="key-figure">
      <dt>
        <span>{props.name}</span>
        {props.why}
      </dt>
      <dd class="key-figure-value">
        {props.figure}
        <Show when={props.unit}>{(unit) => <small>{unit()}</small>}</Show>
      </dd>
      <dd class="key-figure-caption">{props.caption}</dd>
      <Show when={props.trend}>{(trend) => <dd class="key-figure-trend">{trend()}</dd>}</Show>
    </div>
  );
}
