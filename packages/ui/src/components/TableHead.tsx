import { type JSX, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import "./table.css";

/** An italic serif head over a group of columns: What we take, What we give, The difference. */
export function Spanner(props: {
  readonly columns: number;
  readonly class?: string;
  readonly children?: JSX.Element;
}) {
  return (
    <Show when={props.children} fallback={<td colSpan={props.columns} class={props.class} />}>
      <th colSpan={props.columns} scope="colgroup" class={props.class}>
        <span>{props.children}</span>
      </th>
    </Show>
  );
}

interface ColumnHeadProps {
  readonly name: JSX.Element;
  /** Stands under the name; cells never repeat it. */
  readonly unit?: JSX.Element | undefined;
  readonly figures?: boolean;
  readonly class?: string | undefined;
  /** Absent where the column cannot be sorted by. */
  readonly onSort?: () => void;
  readonly sorted?: "ascending" | "descending" | undefined;
  /** What lies on the head besides: the edge that can be drawn. */
  readonly children?: JSX.Element;
}

/** Name, then unit, on two lines. The arrow of the sorted column stands before the name, so that the figures' edge stays straight. */
export function ColumnHead(props: ColumnHeadProps) {
  return (
    <th
      scope="col"
      class={`${props.figures === true ? "figures " : ""}${props.class ?? ""}`}
      aria-sort={props.sorted}
    >
      <Show when={props.onSort} fallback={<span class="column-name">{props.name}</span>}>
        {(sort) => (
          <button type="button" class="column-name column-sort" onClick={() => sort()()}>
            <Show when={props.sorted}>
              {(order) => <Icon name={order() === "descending" ? "down" : "up"} size="small" />}
            </Show>
            {props.name}
          </button>
        )}
      </Show>
      <Show when={props.unit}>
        <span class="column-unit">{props.unit}</span>
      </Show>
      {props.children}
    </th>
  );
}
