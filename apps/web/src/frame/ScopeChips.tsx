import { todayIn } from "@headwater/domain/period";
import { Icon } from "@headwater/ui/components";
import { periodName, periodShort } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { useMatches, useNavigate, useParams } from "@tanstack/solid-router";
import { createUniqueId, For, type JSX, Show } from "solid-js";
import { ecosystemsQuery, organizationQuery, summaryQuery, teamsQuery } from "../queries.ts";
import { lastDayOf, neighbour, usualPeriods } from "./period.ts";
import { bases, type ScopePart, type ScopeSearch, useScope } from "./scope.ts";
import { scopeWords as t } from "./words.ts";
import { dataOf } from "./data-of.ts";

/** What all figures of the page are about, in the address: period, unit, ecosystem, rows, currency. */
export function ScopeChips() {
  const matches = useMatches();
  const uses = (part: ScopePart) => matches().some((match) => match.staticData.scopeUsed?.includes(part));
  return (
    <div class="scope" role="group" aria-label={t().scope}>
      <PeriodChip used={uses("period")} />
      <UnitChip used={uses("unit")} />
      <EcosystemChip used={uses("ecosystem")} />
      <BasisChip used={uses("basis")} />
      <CurrencyChip />
    </div>
  );
}

/** The period one step earlier or later, and the way to it; null where there is none. */
export function usePeriodSteps() {
  const scope = useScope();
  const choose = useChoose();
  const context = usePeriodContext();
  const step = (direction: -1 | 1) => neighbour(scope().period, direction, context());
  return { step, choose: (period: string) => choose({ period: period === "ttm" ? undefined : period }) };
}

/** Today in the organization's time zone, and when its years begin. */
export function usePeriodContext() {
  const organization = useQuery(() => organizationQuery);
  return () => ({
    today: todayIn(dataOf(organization)?.timeZone ?? "UTC", Date.now()),
    fiscalYearStart: dataOf(organization)?.fiscalYearStart ?? 1,
  });
}

/**
 * Changes parts of the scope in the address of the page that is seen; Back brings the former ones back. Where the period
 * stands in the path it is changed there.
 */
function useChoose(): (parts: ScopeSearch) => void {
  const navigate = useNavigate();
  const params = useParams({ strict: false });
  return (parts) => {
    const inPath = params().period !== undefined && "period" in parts;
    const search = inPath ? { ...parts, period: undefined } : parts;
    void navigate({
      to: ".",
      ...(inPath ? { params: (now) => ({ ...now, period: parts.period ?? "ttm" }) } : {}),
      search: (now) => ({ ...now, ...search }),
      resetScroll: false,
    });
  };
}

function PeriodChip(props: { readonly used: boolean }) {
  const scope = useScope();
  const { step, choose } = usePeriodSteps();
  const context = usePeriodContext();
  const summary = useQuery(() => ({ ...summaryQuery(scope()), enabled: props.used }));
  const lastDay = () => {
    const day = dataOf(summary)?.period.end;
    return day === undefined ? context().today : lastDayOf(day);
  };
  const title = (period: string) => periodName(period, period === "ttm" ? lastDay() : undefined);
  const period = () => scope().period;
  return (
    <div class="period">
      <Step name={t().earlier} icon="back" to={props.used ? step(-1) : null} onGo={choose} />
      <Step name={t().later} icon="forth" to={props.used ? step(1) : null} onGo={choose} />
      <Chip
        part="period"
        name={t().period}
        used={props.used}
        value={period()}
        choices={[...new Set([...usualPeriods(context()), period()])].map((one) => ({
          value: one,
          name: title(one),
        }))}
        onChoose={choose}
        shown={
          <>
            <span class="period-long">{title(period())}</span>
            <span class="period-short">{periodShort(period())}</span>
          </>
        }
      />
    </div>
  );
}

function UnitChip(props: { readonly used: boolean }) {
  const scope = useScope();
  const choose = useChoose();
  const teams = useQuery(() => teamsQuery);
  return (
    <Chip
      part="unit"
      name={t().unit}
      used={props.used}
      value={scope().unit ?? ""}
      choices={withValue(scope().unit, [
        { value: "", name: t().allUnits },
        ...(dataOf(teams)?.items ?? []).map((team) => ({ value: team.slug, name: team.name })),
      ])}
      onChoose={(unit) => choose({ unit: unit || undefined })}
    />
  );
}

function EcosystemChip(props: { readonly used: boolean }) {
  const scope = useScope();
  const choose = useChoose();
  const ecosystems = useQuery(() => ({ ...ecosystemsQuery, enabled: props.used }));
  return (
    <Chip
      part="ecosystem"
      name={t().ecosystem}
      used={props.used}
      value={scope().ecosystem ?? ""}
      choices={withValue(scope().ecosystem, [
        { value: "", name: t().allEcosystems },
        ...(dataOf(ecosystems)?.items ?? []).flatMap(({ ecosystem }) =>
          ecosystem === undefined || ecosystem === "unassigned"
            ? []
            : [{ value: ecosystem, name: ecosystem }],
        ),
      ])}
      onChoose={(ecosystem) => choose({ ecosystem: ecosystem || undefined })}
    />
  );
}

function BasisChip(props: { readonly used: boolean }) {
  const scope = useScope();
  const choose = useChoose();
  return (
    <Chip
      part="basis"
      name={t().basis}
      used={props.used}
      value={scope().basis ?? ""}
      choices={[
        { value: "", name: t().allBases },
        ...bases.map((basis) => ({ value: basis, name: t().bases[basis] })),
      ]}
      onChoose={(value) => choose({ basis: bases.find((basis) => basis === value) })}
    />
  );
}

/** Figures are kept in one currency; the chip says which. */
function CurrencyChip() {
  const organization = useQuery(() => organizationQuery);
  const currency = () => dataOf(organization)?.currency ?? "";
  return (
    <Chip
      part="currency"
      name={t().currency}
      used={false}
      value={currency()}
      choices={[{ value: currency(), name: currency() }]}
      onChoose={() => undefined}
    />
  );
}

interface ChipChoice {
  readonly value: string;
  readonly name: string;
}

/** What the address names is shown even where the list does not know it. */
function withValue(value: string | undefined, choices: readonly ChipChoice[]): readonly ChipChoice[] {
  return value === undefined || choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, name: value }];
}

interface ChipProps {
  readonly part: ScopePart;
  readonly name: string;
  /** The page uses this part; else it is dimmed and says why it does nothing here. */
  readonly used: boolean;
  readonly value: string;
  readonly choices: readonly ChipChoice[];
  readonly onChoose: (value: string) => void;
  /** What is seen of it, where that is more than the name of the choice. */
  readonly shown?: JSX.Element;
}

/** Plain text with a chevron; the browser's own list lies over it, unseen, so that every phone and screen reader knows it. */
function Chip(props: ChipProps) {
  const id = createUniqueId();
  const shown = () => props.shown ?? props.choices.find((choice) => choice.value === props.value)?.name ?? "";
  return (
    <Show
      when={props.used}
      fallback={
        <span class={`chip chip-idle chip-${props.part}`}>
          <button type="button" class="chip-text" aria-disabled="true" aria-describedby={id}>
            <span class="said">{`${props.name}: `}</span>
            {shown()}
          </button>
          <span class="chip-reason" role="tooltip" id={id}>
            {t().unused[props.part]}
          </span>
        </span>
      }
    >
      <span class={`chip chip-${props.part}`}>
        <select aria-label={props.name} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <For each={props.choices}>
            {(choice) => (
              <option value={choice.value} selected={choice.value === props.value}>
                {choice.name}
              </option>
            )}
          </For>
        </select>
        <span class="chip-text" aria-hidden="true">
          {shown()}
        </span>
        <Icon name="open" size="small" />
      </span>
    </Show>
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
