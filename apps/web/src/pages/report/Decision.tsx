import type { Report, ReportDecision } from "@headwater/contract/reports";
import { buttonClass, SectionHead } from "@headwater/ui/components";
import { money, monthsFigure, percent } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { Match, Show, Switch } from "solid-js";
import { usePlaces } from "../../frame/places.ts";
import { NeedLink } from "../home/NeedLink.tsx";
import { Why } from "../why/Why.tsx";
import { t } from "./texts.ts";

/** The one thing that is asked of whoever reads, what it costs and what it changes. */
export function Decision(props: { readonly report: Report }) {
  const summary = () => props.report.summary;
  const fund = usePlaces()
    .flat()
    .find(({ name }) => name === "fund");
  const amount = (value: string | null) =>
    value === null ? null : money({ amount: value, currency: summary().currency });
  const tailGap = () => (Number(summary().tail.gap) > 0 ? amount(summary().tail.gap) : null);
  return (
    <section aria-labelledby="report-decision">
      <SectionHead title={t().decision} id="report-decision" />
      <Switch>
        <Match when={props.report.decision}>
          {(decision) => (
            <>
              <p class="report-ask">{askWords(decision(), summary().currency)}</p>
              <p class="note report-note">
                {t().decisionBasis(amount(summary().gap) ?? amount(decision().amount) ?? "", tailGap())}{" "}
                <Why number="gap" />
              </p>
              <Show when={fund}>
                {(place) => (
                  <p class="note report-note not-printed">
                    <Link to={place().path} search={{ period: props.report.period }} class="link">
                      {t().toFund}
                    </Link>
                  </p>
                )}
              </Show>
            </>
          )}
        </Match>
        <Match when={summary().projects === 0}>
          <Plain says={t().nothingAsked} why={t().nothingAskedWhy} />
        </Match>
        <Match when={summary().targetUnknown !== undefined}>
          <Plain says={t().noTarget} why={t().noTargetWhy} />
          <p class="not-printed">
            <NeedLink kind="missing-target" class={buttonClass("normal", "small")}>
              {t().setTarget}
            </NeedLink>
          </p>
        </Match>
        <Match when={props.report.decisionUnknown !== undefined}>
          <Plain why={t().notShown} />
        </Match>
        <Match when={true}>
          <Plain says={t().noGap} why={t().noGapWhy} />
        </Match>
      </Switch>
    </section>
  );
}

function Plain(props: { readonly says?: string; readonly why: string }) {
  return (
    <>
      <Show when={props.says}>{(says) => <p class="report-ask">{says()}</p>}</Show>
      <p class="note report-note">{props.why}</p>
    </>
  );
}

/** `Give USD 80,000 to the five projects with the largest gaps. Coverage of usage goes from 52 % to 82 %, …`. */
function askWords({ amount, projects, before, after }: ReportDecision, currency: string): string {
  const changes = [
    before.coverage === null || after.coverage === null
      ? null
      : t().coverageGoes(percent(before.coverage), percent(after.coverage)),
    before.monthsBehind === null || after.monthsBehind === null
      ? null
      : t().behindGoes(monthsFigure(before.monthsBehind), monthsFigure(after.monthsBehind)),
  ].filter((change) => change !== null);
  const asked = t().give(money({ amount, currency }), projects);
  return changes.length === 0 ? asked : `${asked} ${capital(changes.join(", "))}.`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
