import { Match, Switch } from "solid-js";
import "./squares.css";

interface SquareProps {
  /** The middle of its cell. */
  readonly x: number;
  readonly y: number;
  /** Of the whole cell, and of the square in it; null is leader dots, zero a line. */
  readonly cell: number;
  readonly side: number | null;
  /** The name of the texture, where more than half of the value is estimated. */
  readonly hatch?: string | undefined;
}

/** A value as the area of a square. */
export function Square(props: SquareProps) {
  return (
    <Switch>
      <Match when={props.side === null}>
        <line
          class="square-unknown"
          x1={props.x - props.cell / 2 + 1}
          x2={props.x + props.cell / 2}
          y1={props.y}
          y2={props.y}
        />
      </Match>
      <Match when={props.side === 0}>
        <line
          class="square-zero"
          x1={props.x - props.cell / 2}
          x2={props.x + props.cell / 2}
          y1={props.y}
          y2={props.y}
        />
      </Match>
      <Match when={props.side}>
        {(side) => (
          <rect
            class={props.hatch === undefined ? "chart-give" : "chart-hatched"}
            {...(props.hatch === undefined ? {} : { fill: `url(#${props.hatch})` })}
            x={props.x - side() / 2}
            y={props.y - side() / 2}
            width={side()}
            height={side()}
          />
        )}
      </Match>
    </Switch>
  );
}
