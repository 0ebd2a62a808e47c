import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { AfterAWhile, KeyFigure, KeyFigures, Skeleton, Verdict } from "@headwater/ui/components";
import { amountFigure, money, monthsFigure, percentFigure } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { Figure } from "./Figure.tsx";
import { figureWords as words, t } from "./texts.ts";
import { verdictOf } from "./verdict.ts";

interface HeadlineProps {
  readonly summary: Summary | null;
  /** All projects, or null while they are still being read. */
  readonly rows: readonly RatioRow[] | null;
}

/** One sentence, then the four figures that it rests on. */
export function Headline(props: HeadlineProps) {
  return (
    <Show
      when={props.summary}
      fallback={
        <div class="headline-wait">
          <AfterAWhile>
            <Skeleton as="sentence" />
          </AfterAWhile>
        </div>
      }
    >
      {(summary) => (
        <>
          <Sentence summary={summary()} rows={props.rows} />
          <Figures summary={summary()} />
        </>
      )}
    </Show>
  );
}

function Sentence(props: { readonly summary: Summary; readonly rows: readonly RatioRow[] | null }) {
  const verdict = () => verdictOf(props.summary, props.rows);
  return (
    <Verdict partial={props.summary.confidence.partial}>
      {verdict().lead}
      <Link to="/projects" search={{ sort: "given" }} resetScroll={false}>
        {verdict().givenLinked}
      </Link>
      {verdict().middle}
      <Show when={verdict().projectsLinked}>
        <Link to="/projects" search={{ sort: "usage" }} resetScroll={false}>
          {verdict().projectsLinked}
        </Link>
      </Show>
      {verdict().end}
    </Verdict>
  );
}

function Figures(props: { readonly summary: Summary }) {
  return (
    <KeyFigures>
      <Share
        name={words().givenOfTarget}
        value={props.summary.giveBackOfTarget}
        unknown={props.summary.giveBackOfTargetUnknown}
        caption={givenCaption(props.summary)}
      />
      <Share
        name={words().coverage}
        value={props.summary.coverage}
        unknown={props.summary.coverageUnknown}
        caption={words().coverageCaption}
      />
      <Share
        name={words().alignment}
        value={props.summary.alignment}
        unknown={props.summary.alignmentUnknown}
        caption={words().alignmentCaption}
      />
      <KeyFigure
        name={words().behind}
        figure={
          <Figure
            value={props.summary.monthsBehind}
            unknown={props.summary.monthsBehindUnknown}
            print={monthsFigure}
          />
        }
        unit={props.summary.monthsBehind === null ? undefined : words().months}
        caption={gapCaption(props.summary)}
      />
    </KeyFigures>
  );
}

interface ShareProps {
  readonly name: string;
  readonly value: number | null;
  readonly unknown: string | undefined;
  readonly caption: string;
}

function Share(props: ShareProps) {
  return (
    <KeyFigure
      name={props.name}
      figure={<Figure value={props.value} unknown={props.unknown} print={percentFigure} />}
      unit={props.value === null ? undefined : "%"}
      caption={props.caption}
    />
  );
}

/** `USD 30,700 of 80,000 · 3 rows without a rate`. */
function givenCaption({ giveBack, target, currency, unknownRows }: Summary): string {
  const of = target === null ? "" : words().of(amountFigure(target));
  const without = unknownRows === 0 ? "" : ` · ${t().withoutRate(unknownRows)}`;
  return money({ amount: giveBack, currency }) + of + without;
}

function gapCaption({ gap, currency }: Summary): string {
  return gap === null ? words().gapsOver : words().gapsOf(money({ amount: gap, currency }));
}
