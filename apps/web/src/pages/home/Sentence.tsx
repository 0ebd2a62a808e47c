import type { Summary } from "@headwater/contract/ratios";
import { Verdict } from "@headwater/ui/components";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { verdictOf } from "./verdict.ts";

interface SentenceProps {
  readonly summary: Summary;
  /** Where the period is not in the query, so that what it leads to is about the same one. */
  readonly period?: string | undefined;
}

/** The verdict, its figures links to what they are made of. */
export function Sentence(props: SentenceProps) {
  const verdict = () => verdictOf(props.summary);
  const scope = () => (props.period === undefined ? {} : { period: props.period });
  return (
    <Verdict partial={props.summary.confidence.partial}>
      {verdict().before}
      <Show when={verdict().given}>
        <Link to="/projects" search={{ ...scope(), sort: "given" }}>
          {verdict().given}
        </Link>
      </Show>
      {verdict().between}
      <Show when={verdict().projects}>
        <Link to="/projects" search={{ ...scope(), sort: "usage" }}>
          {verdict().projects}
        </Link>
      </Show>
      {verdict().after}
    </Verdict>
  );
}
