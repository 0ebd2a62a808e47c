import { Field, SelectField } from "@headwater/ui/components";
import { todayIn } from "@headwater/domain/period";
import { periodName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { organizationQuery } from "../../queries.ts";
import { Refusal } from "../../server.ts";
import type { Round } from "./queries.ts";
import { t } from "./texts.ts";
import { giftFigure } from "./typed-gift.ts";

/** What is typed about a round. */
export interface RoundDraft {
  readonly name: string;
  readonly period: string;
  readonly budget: string;
  readonly floor: string;
  readonly cap: string;
  readonly step: string;
}

export function draftOf(round: Round): RoundDraft {
  return {
    name: round.name,
    period: round.period,
    budget: giftFigure(round.budget),
    floor: giftFigure(round.floor),
    cap: round.cap === null ? "" : giftFigure(round.cap),
    step: giftFigure(round.step),
  };
}

/** What the server says of one field. */
export function problemOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined;
  return error.problem.errors?.find((one) => one.field === field)?.message;
}

interface RoundFieldsProps {
  readonly draft: RoundDraft;
  readonly currency: string;
  /** With name and budget; without them only what is rarely changed. */
  readonly named: boolean;
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (part: Partial<RoundDraft>) => void;
}

export function RoundFields(props: RoundFieldsProps) {
  const inCurrency = (name: string) => `${name}, ${props.currency}`;
  const amount = (field: "budget" | "floor" | "cap" | "step", help?: string) => (
    <Field
      label={inCurrency(t()[field])}
      help={help}
      inputMode="decimal"
      autocomplete="off"
      error={props.problem(field)}
      value={props.draft[field]}
      onInput={(event) => props.onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Show when={props.named}>
        <Field
          label={t().name}
          maxLength={200}
          autocomplete="off"
          required
          error={props.problem("name")}
          value={props.draft.name}
          onInput={(event) => props.onChange({ name: event.currentTarget.value })}
        />
        {amount("budget")}
      </Show>
      <Periods period={props.draft.period} onChoose={(period) => props.onChange({ period })} />
      {amount("floor", t().floorHelp)}
      {amount("cap", t().capHelp)}
      {amount("step", t().stepHelp)}
    </>
  );
}

/** The twelve months up to today, this fiscal year and the last one, and whatever the round has. */
function Periods(props: { readonly period: string; readonly onChoose: (period: string) => void }) {
  const organization = useQuery(() => organizationQuery);
  const years = () => {
    const { timeZone = "UTC", fiscalYearStart = 1 } = organization.isSuccess ? organization.data : {};
    const [year, month] = todayIn(timeZone, Date.now()).split("-").map(Number);
    const now = (year ?? 0) - ((month ?? 1) < fiscalYearStart ? 1 : 0);
    return [`fy${now}`, `fy${now - 1}`];
  };
  const choices = () =>
    [...new Set(["ttm", ...years(), props.period])].map((value) => ({
      value,
      name: value === "ttm" ? t().periods.ttm : periodName(value),
    }));
  return (
    <SelectField
      label={t().period}
      name="period"
      value={props.period}
      choices={choices()}
      onChoose={(period) => props.onChoose(period)}
    />
  );
}
