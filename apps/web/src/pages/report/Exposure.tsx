import type { Report, ReportExposure } from "@headwater/contract/reports";
import { SectionHead } from "@headwater/ui/components";
import { Link } from "@tanstack/solid-router";
import { For } from "solid-js";
import { Why } from "../why/Why.tsx";
import { factsOf } from "./exposure-words.ts";
import { t } from "./texts.ts";

/** What most of our products contain and nobody gave anything to: facts of our own files and ledgers. */
export function Exposure(props: { readonly report: Report }) {
  const summary = () => props.report.summary;
  const nothing = () => {
    if (summary().projects === 0) return t().noProducts;
    return props.report.decisionUnknown === undefined ? t().noExposure : t().companyOnly;
  };
  return (
    <section aria-labelledby="report-exposure">
      <SectionHead title={t().exposure} id="report-exposure" />
      <For each={props.report.exposure} fallback={<p class="note">{nothing()}</p>}>
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
