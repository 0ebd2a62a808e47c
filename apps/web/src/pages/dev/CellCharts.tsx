import {
  BeforeAfter,
  IntervalGlyph,
  MonthBars,
  PairedBarsSmall,
  ProductTicks,
  PromiseBar,
  PromiseBudget,
  Sparkline,
} from "@headwater/ui/charts";
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

/** How ink fills as a promise hardens, and what it would change. */
export function PromiseCharts() {
  const words = () => t().promise;
  return (
    <section>
      <h3>{words().title}</h3>
      <PromiseBudget
        parts={[
          { hardness: "locked", amount: 23_000, said: words().said.locked },
          { hardness: "proposed", amount: 53_000, said: words().said.proposed },
          { hardness: "reserve", amount: 4_000, said: words().said.reserve },
        ]}
        whole={80_000}
        label={words().budget}
      />
      <dl class="dev-cells">
        <Example name={words().names.budget}>
          <PromiseBar
            parts={[{ hardness: "locked", amount: 12_000 }]}
            whole={13_248}
            end={14_000}
            label={words().locked}
          />
          <PromiseBar
            parts={[
              { hardness: "given", amount: 2_440 },
              { hardness: "proposed", amount: 3_300 },
            ]}
            whole={5_952}
            end={14_000}
            label={words().line}
          />
          <PromiseBar parts={[]} whole={4_992} end={14_000} label={words().open} />
          <PromiseBar parts={[]} whole={null} end={14_000} label={words().unknown} />
        </Example>
        <Example name={words().names.change}>
          <BeforeAfter before={52} after={82} end={100} label={words().coverage} />
          <BeforeAfter before={8.5} after={3.7} end={12} label={words().months} />
          <BeforeAfter before={null} after={null} end={12} label={words().unknown} />
        </Example>
        <Example name={words().names.interval}>
          <IntervalGlyph low={44} high={70} value={61} end={100} label={words().priority} />
          <IntervalGlyph low={10} high={80} value={null} end={100} label={words().wide} />
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
