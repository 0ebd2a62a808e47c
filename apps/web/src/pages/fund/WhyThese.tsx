import { money } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import type { Plan } from "./queries.ts";
import { remarkOf } from "./remark.ts";
import { t } from "./texts.ts";

/** Why these projects and not those, and what is out of the ordinary. */
export function WhyThese(props: { readonly plan: Plan }) {
  const remark = () => remarkOf(props.plan);
  return (
    <div class="fund-why" aria-live="polite">
      <Show when={remark()}>
        {(kind) => (
          <p>
            {t().remarks[kind()]}{" "}
            <Show when={kind() === "no-inventory"}>
              <Link class="link" to="/imports">
                {t().toImports}
              </Link>
            </Show>
            <Show when={kind() === "no-target"}>
              <Link class="link" to="/settings/$section" params={{ section: "targets" }}>
                {t().toTargets}
              </Link>
            </Show>
          </p>
        )}
      </Show>
      <Show when={props.plan.projects > 0 && props.plan.target !== null}>
        <p>{sentence(props.plan)}</p>
      </Show>
    </div>
  );
}

/** `23 projects get something, down to a gap of USD 412. The others do not: …` */
function sentence({ counts, reachesGap, floor, currency }: Plan): string {
  const { gifts, budgetUsed, belowSmallestGift, noGap, leftOut } = counts;
  const given =
    gifts === 0
      ? t().nobody
      : reachesGap === null
        ? t().reachesLocked(gifts)
        : t().reaches(gifts, money({ amount: reachesGap, currency }));
  const others = [
    ...(budgetUsed > 0 ? [t().notBudget(budgetUsed)] : []),
    ...(belowSmallestGift > 0 ? [t().notSmall(belowSmallestGift, money({ amount: floor, currency }))] : []),
    ...(noGap > 0 ? [t().notGap(noGap)] : []),
    ...(leftOut > 0 ? [t().notLeftOut(leftOut)] : []),
  ];
  return others.length === 0 ? given : `${given}${t().not}${others.join(", ")}.`;
}
