import { MonthBars, PairedBarsSmall, ProductTicks, Sparkline } from "@headwater/ui/charts";
import { For, type JSX } from "solid-js";
import { brokenTrend, given, heldByEight, heldByMany, trend } from "./charts-data.ts";
import { t } from "./charts-texts.ts";

/** The small charts, each beside its name as beside a figure. */
export function CellCharts() {
  const words = () => t().cells;
  return (
    <section>
      <h3>{words().title}</h3>
      <dl class="dev-cells">
        <Example name={words().names.sparkline}>
          <Sparkline values={trend} label={words().trend} />
          <Sparkline values={brokenTrend} label={words().broken} height={28} />
        </Example>
        <Example name={words().names.ticks}>
          <ProductTicks products={heldByEight} label={words().ticks} />
          <ProductTicks products={heldByMany} label={words().manyTicks} />
        </Example>
        <Example name={words().names.months}>
          <MonthBars given={given} label={words().given} />
          <MonthBars given={given.map(() => 0)} label={words().given} />
        </Example>
        <Example name={words().names.bars}>
          <PairedBarsSmall use={0.84} give={0.3} label={words().bars} />
          <PairedBarsSmall use={0.67} give={0} label={words().zero} />
          <PairedBarsSmall use={null} give={0} label={words().unknown} />
        </Example>
      </dl>
    </section>
  );
}

function Example(props: { readonly name: string; readonly children: JSX.Element }) {
  return (
    <div>
      <dt class="byline">{props.name}</dt>
      <For each={[props.children].flat()}>{(part) => <dd class="dev-cell">{part}</dd>}</For>
    </div>
  );
}
