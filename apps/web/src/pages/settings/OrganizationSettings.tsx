import type { Organization } from "@headwater/contract/organization";
import { Button, Failure, Field, SelectField } from "@headwater/ui/components";
import { longDayName, monthName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import { organizationQuery } from "../../queries.ts";
import { useMay } from "../../self.ts";
import { api, asked } from "../../server.ts";
import { DemoSetting } from "../demo/DemoSetting.tsx";
import { t } from "./texts.ts";
import { createWriting } from "./writing.ts";

/** The settings of the organization; a form made anew when somebody else has changed them. */
export function OrganizationSettings() {
  const organization = useQuery(() => organizationQuery);
  return (
    <>
      <p class="settings-lede">{t().organization.lede}</p>
      <Switch>
        <Match when={organization.error}>
          {(error) => (
            <Failure title={t().notRead} onRetry={() => void organization.refetch()}>
              {error().message}
            </Failure>
          )}
        </Match>
        <Match when={organization.data} keyed>
          {(read) => <OrganizationForm initial={read} />}
        </Match>
      </Switch>
      <DemoSetting />
    </>
  );
}

/** A form's texts; what they mean is read when they are sent. */
type Draft = Readonly<
  Record<"name" | "currency" | "timeZone" | "floor" | "gift" | "giftCurrency" | "patterns", string>
> & {
  readonly fiscalYearStart: string;
  readonly weekStart: string;
};

function OrganizationForm(props: { readonly initial: Organization }) {
  const may = useMay();
  const { busy, write, problem, whole } = createWriting();
  const [draft, setDraft] = createSignal<Draft>(draftOf(props.initial));
  const put = (field: keyof Draft) => (value: string) =>
    setDraft((before) => ({ ...before, [field]: value }));
  const words = () => t().organization;
  const field = (name: keyof Draft, label: string, of: string, help?: string) => (
    <Field
      label={label}
      value={draft()[name]}
      help={help}
      error={problem(of)}
      disabled={!may("organization.change")}
      onInput={(event) => put(name)(event.currentTarget.value)}
    />
  );
  const save = () =>
    void write(
      asked(
        api.organization.change.mutate({ ...changeOf(draft()), ifMatch: `"r${props.initial.revision}"` }),
      ),
      (after) => ({
        said: after.recomputing > 0 ? t().recomputing(after.recomputing) : t().saved,
        undo: () => asked(api.organization.change.mutate(changeOf(draftOf(props.initial)))),
      }),
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="settings-form">
        <div class="wide">{field("name", words().name, "name")}</div>
        {field("currency", words().currency, "currency", words().currencyHelp)}
        {field("timeZone", words().timeZone, "timeZone", words().timeZoneHelp)}
        <SelectField
          name="fiscalYearStart"
          label={words().fiscalYear}
          value={draft().fiscalYearStart}
          choices={numbers(12).map((month) => ({
            value: String(month),
            name: monthName(`2026-${String(month).padStart(2, "0")}`, "long", true),
          }))}
          onChoose={put("fiscalYearStart")}
        />
        <SelectField
          name="weekStart"
          label={words().weekStart}
          value={draft().weekStart}
          choices={numbers(7).map((day) => ({ value: String(day), name: weekday(day) }))}
          onChoose={put("weekStart")}
        />
        <div class="wide">{field("floor", words().floor, "smallProductFloor", words().floorHelp)}</div>
        {field("gift", words().gift, "smallestGift.amount", words().giftHelp)}
        {field("giftCurrency", words().giftCurrency, "smallestGift.currency")}
        <div class="wide">
          {field("patterns", words().firstParty, "firstPartyPatterns", words().firstPartyHelp)}
        </div>
      </div>
      <Show when={whole()}>
        {(why) => (
          <p class="note red" role="alert">
            {why()}
          </p>
        )}
      </Show>
      <div class="settings-actions">
        <Show when={may("organization.change")} fallback={<p class="note">{t().mayNot}</p>}>
          <Button kind="primary" type="submit" disabled={busy()}>
            {t().save}
          </Button>
        </Show>
      </div>
    </form>
  );
}

function draftOf(organization: Organization): Draft {
  return {
    name: organization.name,
    currency: organization.currency,
    timeZone: organization.timeZone,
    fiscalYearStart: String(organization.fiscalYearStart),
    weekStart: String(organization.weekStart),
    floor: String(organization.smallProductFloor),
    gift: organization.smallestGift.amount,
    giftCurrency: organization.smallestGift.currency,
    patterns: organization.firstPartyPatterns.join(", "),
  };
}

function changeOf(draft: Draft) {
  return {
    name: draft.name,
    currency: draft.currency,
    timeZone: draft.timeZone,
    fiscalYearStart: Number(draft.fiscalYearStart),
    weekStart: Number(draft.weekStart),
    smallProductFloor: Number(draft.floor),
    smallestGift: { amount: draft.gift, currency: draft.giftCurrency },
    firstPartyPatterns: draft.patterns.split(/[\s,]+/).filter((pattern) => pattern !== ""),
  };
}

function numbers(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

/** 1 is Monday; the fifth of January 2026 was one. */
function weekday(day: number): string {
  return longDayName(`2026-01-${String(4 + day).padStart(2, "0")}`).split(/[ ,]/)[0] ?? "";
}
