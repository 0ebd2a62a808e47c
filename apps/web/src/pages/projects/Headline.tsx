import {
  AfterAWhile,
  KeyFigure,
  KeyFigures,
  Skeleton,
  Unknown,
  Verdict,
  VerdictNote,
} from "@headwater/ui/components";
import {
  amountFigure,
  money,
  type Money,
  monthsFigure,
  percentFigure,
  unknownReason,
} from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { For, type JSX, Show } from "solid-js";
import type { Known, ProjectRatio, Summary } from "../../answers.ts";
import { sumAmounts } from "./totals.ts";
import { verdictOf } from "./verdict.ts";

interface HeadlineProps {
  readonly summary: Summary | null;
  /** All projects, or null while they are still being read. */
  readonly rows: readonly ProjectRatio[] | null;
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
          <KeyFigures>
            <Share
              name="Given, of target"
              figure={summary().giveBackOfTarget}
              caption={<Given summary={summary()} />}
            />
            <Share
              name="Coverage of usage"
              figure={summary().coverage}
              caption="of our usage received its part"
            />
            <Share name="Alignment" figure={summary().alignment} caption="100 when giving follows use" />
            <KeyFigure
              name="Behind our promise"
              figure={<Figure value={summary().monthsBehind} print={monthsFigure} />}
              unit={summary().monthsBehind.value === null ? undefined : "months"}
              caption="of the target, summed over all gaps"
            />
          </KeyFigures>
        </>
      )}
    </Show>
  );
}

function Sentence(props: { readonly summary: Summary; readonly rows: readonly ProjectRatio[] | null }) {
  const verdict = () => verdictOf(props.summary, props.rows);
  return (
    <>
      <Verdict partial={verdict().partial}>
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
      <For each={verdict().actions}>{(action) => <VerdictNote>{action}</VerdictNote>}</For>
    </>
  );
}

function Given(props: { readonly summary: Summary }) {
  const given = () => companyTotal(props.summary);
  const target = () => props.summary.target.value;
  return (
    <Show when={given()} fallback={unknownReason(props.summary.giveBack.reason)}>
      {(sum) => (
        <>
          {money(sum())}
          <Show when={target()}>{(goal) => <>{` of ${amountFigure(goal().amount)}`}</>}</Show>
        </>
      )}
    </Show>
  );
}

/** What was given to projects and what is pooled, as the share of the target counts it. */
function companyTotal({ giveBack, pooled }: Summary): Money | null {
  if (giveBack.value === null) return null;
  return { ...giveBack.value, amount: sumAmounts([giveBack.value.amount, pooled.value?.amount ?? "0"]) };
}

function Share(props: {
  readonly name: string;
  readonly figure: Known<number>;
  readonly caption: JSX.Element;
}) {
  return (
    <KeyFigure
      name={props.name}
      figure={<Figure value={props.figure} print={(share) => percentFigure(share, 0)} />}
      unit={props.figure.value === null ? undefined : "%"}
      caption={props.caption}
    />
  );
}

function Figure(props: { readonly value: Known<number>; readonly print: (value: number) => string }) {
  return (
    <Show when={props.value.value !== null} fallback={<Unknown reason={unknownReason(props.value.reason)} />}>
      {props.print(props.value.value ?? 0)}
    </Show>
  );
}
