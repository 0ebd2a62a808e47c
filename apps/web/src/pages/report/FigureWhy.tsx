import { Link } from "@tanstack/solid-router";
import type { JSX } from "solid-js";
import { printAsked, type WhyNumber } from "../why/search.ts";
import { t } from "../why/texts.ts";

interface FigureWhyProps {
  readonly number: WhyNumber;
  /** The slug of a project, and its name for whoever listens; absent for a figure of the company. */
  readonly project?: string | undefined;
  readonly name?: string | undefined;
  readonly children: JSX.Element;
}

/** A figure of a table that opens how it comes about; on paper it is the figure alone. */
export function FigureWhy(props: FigureWhyProps) {
  return (
    <Link
      to="."
      search={(search) => ({ ...search, why: printAsked(props) })}
      resetScroll={false}
      replace
      class="report-figure"
    >
      {props.children}
      <span class="said not-printed">
        {` · ${t().whyOf(t().numbers[props.number])}${props.name === undefined ? "" : ` · ${props.name}`}`}
      </span>
    </Link>
  );
}
