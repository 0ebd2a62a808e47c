import { todayIn } from "@headwater/domain/period";
import { Icon } from "@headwater/ui/components";
import { periodName, periodShort } from "@headwater/ui/format";
import { useNavigate } from "@tanstack/solid-router";
import { useQuery } from "@tanstack/solid-query";
import { For } from "solid-js";
import { lastDayOf } from "../pages/projects/verdict.ts";
import { summaryQuery } from "../queries.ts";
import { neighbour, usualPeriods } from "./period.ts";
import { useScope } from "./scope.ts";

/** The period of all that is seen, in the address: one step back, one step on, or one of the usual ones. */
export function PeriodChoice(props: { readonly timeZone: string }) {
  const scope = useScope();
  const navigate = useNavigate();
  const period = () => scope().period;
  const today = () => todayIn(props.timeZone, Date.now());
  const summary = useQuery(() => summaryQuery(scope()));
  const go = (next: string) =>
    void navigate({
      to: ".",
      search: (search) => ({ ...search, period: next === "ttm" ? undefined : next }),
    });
  const choices = () => [...new Set([...usualPeriods(today()), period()])];
  const title = (choice: string) =>
    periodName(
      choice,
      choice === "ttm"
        ? summary.data && period() === "ttm"
          ? lastDayOf(summary.data.period.end)
          : today()
        : undefined,
    );

  return (
    <div class="period">
      <Step name="Earlier period" icon="back" to={neighbour(period(), -1, today())} onGo={go} />
      <Step name="Later period" icon="forth" to={neighbour(period(), 1, today())} onGo={go} />
      <span class="period-choice">
        <select aria-label="Period" onChange={(event) => go(event.currentTarget.value)}>
          <For each={choices()}>
            {(choice) => (
              <option value={choice} selected={choice === period()}>
                {title(choice)}
              </option>
            )}
          </For>
        </select>
        <span class="period-shown" aria-hidden="true">
          <span class="period-long">{title(period())}</span>
          <span class="period-short">{periodShort(period())}</span>
        </span>
        <Icon name="open" size="small" />
      </span>
    </div>
  );
}

interface StepProps {
  readonly name: string;
  readonly icon: "back" | "forth";
  readonly to: string | null;
  readonly onGo: (period: string) => void;
}

function Step(props: StepProps) {
  return (
    <button
      type="button"
      class="head-button"
      aria-label={props.name}
      disabled={props.to === null}
      onClick={() => {
        if (props.to !== null) props.onGo(props.to);
      }}
    >
      <Icon name={props.icon} />
    </button>
  );
}
