import type { Report, ReportExposure } from "@headwater/contract/reports";
import { SectionHead } from "@headwater/ui/components";
import { money } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { For } from "solid-js";
import { Why } from "../why/Why.tsx";
import { t } from "./texts.ts";

/** What most of our products contain and nobody gave anything to: facts of our own files and ledgers. */
export function Exposure(props: { readonly report: Report }) {
  const summary = () => props.report.summary;
  return (
    <section aria-labelledby="report-exposure">
      <SectionHead title={t().exposure} id="report-exposure" />
      <For
        each={props.report.exposure}
        fallback={<p class="note">{summary().projects === 0 ? t().noProducts : t().noExposure}</p>}
      >
        {(exposed) => (
          <p class="note report-exposed">
            <Link
              to="/projects"
              search={{ period: props.report.period, peek: slugOf(exposed) }}
              class="strong"
            >
              {exposed.name}
            </Link>
            {factsOf(exposed, summary())} <Why number="reach" project={slugOf(exposed)} />
          </p>
        )}
      </For>
    </section>
  );
}

function slugOf({ project, id }: ReportExposure): string {
  return project ?? id;
}

function factsOf(
  { productsWithIt, gap, channels }: ReportExposure,
  { products, currency }: Report["summary"],
): string {
  return [
    t().inProducts(productsWithIt, products),
    t().gotNothing,
    gap === null ? "" : t().price(money({ amount: gap, currency })),
    channels.length === 0 ? t().noWay : t().ways(channels.length),
  ].join("");
}
