import type { Report } from "@headwater/contract/reports";
import { buttonClass, SectionHead } from "@headwater/ui/components";
import { Link } from "@tanstack/solid-router";
import { Match, Show, Switch } from "solid-js";
import { NeedLink } from "../home/NeedLink.tsx";
import { Why } from "../why/Why.tsx";
import { askWords, basisWords } from "./decision-words.ts";
import { t } from "./texts.ts";

/** The one thing that is asked of whoever reads, what it costs and what it changes. */
export function Decision(props: { readonly report: Report }) {
  const summary = () => props.report.summary;
  return (
    <section aria-labelledby="report-decision">
      <SectionHead title={t().decision} id="report-decision" />
      <Switch>
        <Match when={props.report.decision}>
          {(decision) => (
            <>
              <p class="report-ask">{askWords(decision(), summary().currency)}</p>
              <p class="note report-note">
                {basisWords(props.report)} <Why number="gap" />
              </p>
              <p class="note report-note not-printed">
                <Link
                  to="/fund"
                  search={{ new: true, budget: decision().amount, period: props.report.period }}
                  class="link"
                >
                  {t().toFund}
                </Link>
              </p>
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
          <Plain why={t().companyOnly} />
        </Match>
        <Match when={Number(summary().gap ?? 0) > 0}>
          <Plain says={t().onlySmall} why={basisWords(props.report)} />
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
