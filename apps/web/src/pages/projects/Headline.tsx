import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { AfterAWhile, KeyFigure, KeyFigures, Skeleton, Verdict } from "@headwater/ui/components";
import { amountFigure, count, money, monthsFigure, percentFigure } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { Figure } from "./Figure.tsx";
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
        name="Given, of target"
        value={props.summary.giveBackOfTarget}
        unknown={props.summary.giveBackOfTargetUnknown}
        caption={givenCaption(props.summary)}
      />
      <Share
        name="Coverage of usage"
        value={props.summary.coverage}
        unknown={props.summary.coverageUnknown}
        caption="of our usage received its part"
      />
      <Share
        name="Alignment"
        value={props.summary.alignment}
        unknown={props.summary.alignmentUnknown}
        caption="100 when giving follows use"
      />
      <KeyFigure
        name="Behind our promise"
        figure={
          <Figure
            value={props.summary.monthsBehind}
            unknown={props.summary.monthsBehindUnknown}
            print={monthsFigure}
          />
        }
        unit={props.summary.monthsBehind === null ? undefined : "months"}
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
  const of = target === null ? "" : ` of ${amountFigure(target)}`;
  const without = unknownRows === 0 ? "" : ` · ${rowsWithoutRate(unknownRows)}`;
  return money({ amount: giveBack, currency }) + of + without;
}

function gapCaption({ gap, currency }: Summary): string {
  return gap === null ? "gaps over the target" : `gaps of ${money({ amount: gap, currency })}`;
}

/** Rows whose value is unknown are in no sum; they are counted beside it. */
export function rowsWithoutRate(rows: number): string {
  return rows === 1 ? "1 row without a rate" : `${count(rows)} rows without a rate`;
}
