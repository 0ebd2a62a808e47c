import type { Summary, Trend, TrendPoint } from "@headwater/contract/ratios";
import { Sparkline } from "@headwater/ui/charts";
import { Figure, KeyFigure, KeyFigures } from "@headwater/ui/components";
import { amountFigure, money, monthsFigure, percent, percentFigure } from "@headwater/ui/format";
import { Show } from "solid-js";
import { Why } from "../why/Why.tsx";
import "./home.css";
import { figureWords as words } from "./texts.ts";

interface FiguresProps {
  readonly summary: Summary;
  /** Null while it is being read: its place is kept. */
  readonly trend: Trend | null;
  /** What each figure is compared with: the period just before, or the same days a year before. */
  readonly against: "before" | "yearBefore";
}

type Measure = "giveBackOfTarget" | "coverage" | "alignment" | "monthsBehind";

/** The four figures on which the sentence rests, each with what it was a period ago and how it came there. */
export function FourFigures(props: FiguresProps) {
  const summary = () => props.summary;
  return (
    <KeyFigures>
      <One
        {...props}
        measure="giveBackOfTarget"
        name={words().givenOfTarget}
        unknown={summary().giveBackOfTargetUnknown}
        caption={givenCaption(summary())}
      />
      <One
        {...props}
        measure="coverage"
        name={words().coverage}
        unknown={summary().coverageUnknown}
        caption={summary().received === null ? "" : words().received(summary().received ?? 0)}
      />
      <One
        {...props}
        measure="alignment"
        name={words().alignment}
        unknown={summary().alignmentUnknown}
        caption={words().alignmentCaption}
      />
      <One
        {...props}
        measure="monthsBehind"
        name={words().behind}
        unknown={summary().monthsBehindUnknown}
        caption={gapCaption(summary())}
      />
    </KeyFigures>
  );
}

interface OneProps extends FiguresProps {
  readonly measure: Measure;
  readonly name: string;
  readonly unknown: string | undefined;
  readonly caption: string;
}

function One(props: OneProps) {
  const value = () => props.summary[props.measure];
  const isMonths = () => props.measure === "monthsBehind";
  const print = (figure: number) => (isMonths() ? monthsFigure(figure) : percentFigure(figure, 0));
  const unit = () => (isMonths() ? words().months(value() ?? 0) : "%");
  const was = () => props.trend?.[props.against]?.[props.measure] ?? null;
  const wasWords = () => {
    const before = was();
    if (before === null) return "";
    const figure = isMonths() ? monthsFigure(before) : percent(before);
    return props.against === "before" ? words().was(figure) : words().yearAgo(figure);
  };
  return (
    <KeyFigure
      name={props.name}
      why={<Why number={props.measure} />}
      figure={<Figure value={value()} unknown={props.unknown} print={print} />}
      unit={value() === null ? undefined : unit()}
      caption={
        <>
          {wasWords()}
          <span classList={{ "home-caption-rest": was() !== null }}>
            {props.caption === "" ? "" : `${was() === null ? "" : " · "}${props.caption}`}
          </span>
        </>
      }
      trend={
        <div class="home-trend">
          <Show when={props.trend}>
            {(trend) => (
              <Sparkline
                values={trend().points.map((point) => point[props.measure])}
                label={trendLabel(props.name, trend().points, props.measure)}
              />
            )}
          </Show>
        </div>
      }
    />
  );
}

function trendLabel(name: string, points: readonly TrendPoint[], measure: Measure): string {
  const known = points.map((point) => point[measure]).filter((value) => value !== null);
  const print = (value: number | undefined) =>
    measure === "monthsBehind" ? monthsFigure(value ?? 0) : percent(value ?? 0);
  return words().trend(name, points.length, print(known[0]), print(known.at(-1)));
}

/** `USD 30,700 of 80,000 · 3 rows without a rate`. */
function givenCaption({ giveBack, target, currency, unknownRows }: Summary): string {
  const given = money({ amount: giveBack, currency });
  const of = target === null ? given : words().of(given, amountFigure(target));
  return unknownRows === 0 ? of : `${of} · ${words().withoutRate(unknownRows)}`;
}

function gapCaption({ gap, currency }: Summary): string {
  return gap === null ? words().gapsOver : words().gapsOf(money({ amount: gap, currency }));
}
