import { For, Match, Switch } from "solid-js";
import "./cells.css";
import { type Held, tickSizes, ticksWidth } from "./product-ticks.ts";

const HEIGHT = 11;

interface ProductTicksProps {
  /** One for each product, in the order of their tiers. */
  readonly products: readonly Held[];
  /** One sentence: `In six of eight products; one cannot say`. */
  readonly label: string;
}

/** One tick per product: filled contains it, a baseline does not, leader dots cannot say. */
export function ProductTicks(props: ProductTicksProps) {
  const sizes = () => tickSizes(props.products.length);
  const whole = () => ticksWidth(props.products.length);
  return (
    <svg
      class="cell-chart"
      role="img"
      aria-label={props.label}
      width={whole()}
      height={HEIGHT}
      viewBox={`0 0 ${whole()} ${HEIGHT}`}
    >
      <For each={props.products}>
        {(held, index) => (
          <Tick held={held} x={index() * (sizes().width + sizes().gap)} width={sizes().width} />
        )}
      </For>
    </svg>
  );
}

function Tick(props: { readonly held: Held; readonly x: number; readonly width: number }) {
  const middle = () => props.x + props.width / 2;
  return (
    <Switch>
      <Match when={props.held === "in"}>
        <rect class="cell-tick" x={props.x} y="0" width={props.width} height={HEIGHT} />
      </Match>
      <Match when={props.held === "out"}>
        <rect class="cell-none" x={props.x} y={HEIGHT - 1} width={props.width} height="1" />
      </Match>
      <Match when={props.held === "unknown"}>
        <For each={[1.5, 5.5, 9.5]}>{(y) => <circle class="cell-unknown" cx={middle()} cy={y} r="1" />}</For>
      </Match>
    </Switch>
  );
}
