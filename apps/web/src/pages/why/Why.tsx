import { Link } from "@tanstack/solid-router";
import { t } from "./texts.ts";
import { printAsked, type WhyNumber } from "./search.ts";

interface WhyProps {
  readonly number: WhyNumber;
  /** The slug of a project; absent for a figure of the company. */
  readonly project?: string | undefined;
}

/** The dotted link beside a figure that opens how it comes about. */
export function Why(props: WhyProps) {
  return (
    <Link
      to="."
      search={(search) => ({ ...search, why: printAsked(props) })}
      resetScroll={false}
      replace
      class="why not-printed"
      aria-label={t().whyOf(t().numbers[props.number])}
    >
      {t().why}
    </Link>
  );
}
