import { BeforeAfter, PromiseBudget } from "@headwater/ui/charts";
import { Figure, KeyFigure, KeyFigures } from "@headwater/ui/components";
import { amountFigure, count, money, monthsFigure, percentFigure, THIN_SPACE } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { t as whyWords } from "../why/texts.ts";
import { payeesOf, type Plan } from "./queries.ts";
import { t } from "./texts.ts";
import { whyHere } from "./why-here.ts";

/** The budget by how hard its promises are, and what they do to the company's figures. */
export function PlanFigures(props: { readonly plan: Plan }) {
  const plan = () => props.plan;
  const askFirst = () => plan().payees.find(({ payee }) => payee === null)?.projects.length ?? 0;
  return (
    <>
      <Budget plan={plan()} />
      <div class="fund-figures">
        <KeyFigures compact>
          <One plan={plan()} measure="coverage" name={t().coverage} end={1} />
          <One plan={plan()} measure="alignment" name={t().alignment} end={1} />
          <One plan={plan()} measure="monthsBehind" name={t().behind} end={monthsEnd(plan())} />
          <KeyFigure
            name={t().payees}
            figure={count(payeesOf(plan()))}
            caption={payeeWords(plan(), askFirst())}
          />
        </KeyFigures>
      </div>
    </>
  );
}

function Budget(props: { readonly plan: Plan }) {
  const amounts = () => ({
    locked: amountFigure(props.plan.locked),
    proposed: amountFigure(props.plan.proposed),
    reserve: amountFigure(props.plan.reserve),
  });
  const words = () => {
    const { budget, currency } = props.plan;
    return t().toGive(money({ amount: budget, currency }));
  };
  return (
    <div class="fund-budget">
      <p class="byline">
        {words()[0]}
        <span class="fund-whole">{words()[1]}</span>
        {words()[2]}
      </p>
      <PromiseBudget
        whole={Number(props.plan.budget)}
        parts={[
          { hardness: "locked", amount: Number(props.plan.locked), said: t().locked(amounts().locked) },
          {
            hardness: "proposed",
            amount: Number(props.plan.proposed),
            said: t().proposed(amounts().proposed),
          },
          { hardness: "reserve", amount: Number(props.plan.reserve), said: t().reserve(amounts().reserve) },
        ]}
        label={t().budgetLabel(amounts().locked, amounts().proposed, amounts().reserve)}
      />
    </div>
  );
}

type Measure = "coverage" | "alignment" | "monthsBehind";

interface OneProps {
  readonly plan: Plan;
  readonly measure: Measure;
  readonly name: string;
  /** Where the axis ends. */
  readonly end: number;
}

/** `52 to 82 %`: what is, and what would be. */
function One(props: OneProps) {
  const isMonths = () => props.measure === "monthsBehind";
  const print = (figure: number) => (isMonths() ? monthsFigure(figure) : percentFigure(figure, 0));
  const before = () => props.plan.before[props.measure];
  const after = () => props.plan.after[props.measure];
  const said = (value: number | null) =>
    value === null ? "" : isMonths() ? print(value) : `${print(value)}${THIN_SPACE}%`;
  const unknown = () => props.plan.before[`${props.measure}Unknown`];
  return (
    <KeyFigure
      name={props.name}
      why={
        <Show when={before() !== null}>
          <WhyHere plan={props.plan} number={props.measure} />
        </Show>
      }
      figure={
        <Show
          when={before() !== null}
          fallback={<Figure value={after()} unknown={unknown()} print={print} />}
        >
          <span class="fund-before">{print(before() ?? 0)}</span> <span class="fund-to">{t().to}</span>{" "}
          {print(after() ?? 0)}
        </Show>
      }
      unit={isMonths() || after() === null ? undefined : "%"}
      trend={
        <BeforeAfter
          before={before()}
          after={after()}
          end={props.end}
          label={t().fromTo(props.name, said(before()), said(after()))}
        />
      }
    />
  );
}

/** The reasons of the figure as it is now. */
function WhyHere(props: { readonly plan: Plan; readonly number: Measure }) {
  return (
    <Link
      {...whyHere(props.plan, { number: props.number })}
      class="why not-printed"
      aria-label={whyWords().whyOf(whyWords().numbers[props.number])}
    >
      {t().why}
    </Link>
  );
}

/** A year, or as far behind as we are. */
function monthsEnd({ before, after }: Plan): number {
  return Math.max(12, before.monthsBehind ?? 0, after.monthsBehind ?? 0);
}

function payeeWords({ sponsors, counts }: Plan, askFirst: number): string {
  if (counts.gifts === 0) return t().noPayees;
  const parts = [
    ...(sponsors.rows > 0 ? [t().byFile(sponsors.rows)] : []),
    ...(askFirst > 0 ? [t().askFirst(askFirst)] : []),
  ];
  return parts.join(" · ");
}
