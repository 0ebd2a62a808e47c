import { type JSX, Show } from "solid-js";
import "./key-figures.css";

/** The figures under the only three pixel rule of a page. */
export function KeyFigures(props: { readonly children: JSX.Element }) {
  return <dl class="key-figures">{props.children}</dl>;
}

interface KeyFigureProps {
  readonly name: string;
  readonly figure: JSX.Element;
  readonly unit?: string | undefined;
  /** The comparison or the parts, in words. */
  readonly caption?: JSX.Element | undefined;
}

export function KeyFigure(props: KeyFigureProps) {
  return (
    <div class="key-figure">
      <dt>{props.name}</dt>
      <dd class="key-figure-value">
        {props.figure}
        <Show when={props.unit}>{(unit) => <small>{unit()}</small>}</Show>
      </dd>
      <dd class="key-figure-caption">{props.caption}</dd>
    </div>
  );
}
