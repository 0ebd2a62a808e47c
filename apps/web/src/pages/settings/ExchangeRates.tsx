import { DatePicker, Field, type LedgerColumn } from "@headwater/ui/components";
import { dayName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { organizationQuery } from "../../queries.ts";
import { useMay } from "../../self.ts";
import { api, asked } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { type ExchangeRate, exchangeRatesQuery } from "./queries.ts";
import { SettingsList } from "./SettingsList.tsx";
import { t } from "./texts.ts";
import { useToday } from "./today.ts";
import { createWriting } from "./writing.ts";

/** Rates of days, each with where it was read. */
export function ExchangeRates() {
  const rates = useQuery(() => exchangeRatesQuery);
  const may = useMay();
  const [open, setOpen] = createSignal(false);
  const columns = (): readonly LedgerColumn<ExchangeRate>[] => [
    { id: "pair", name: t().exchange.pair, width: 150, cell: ({ base, quote }) => `${base} ${quote}` },
    { id: "day", name: t().exchange.day, width: 120, cell: ({ day }) => dayName(day) },
    { id: "source", name: t().exchange.source, width: 260, cell: ({ source }) => source },
    {
      id: "rate",
      name: t().exchange.rate,
      as: "figures",
      width: 110,
      onPhone: true,
      cell: ({ rate }) => rate,
    },
  ];
  return (
    <>
      <SettingsList
        label={t().names["exchange-rates"]}
        lede={t().exchange.lede}
        columns={columns()}
        rows={rates.data?.items}
        keyOf={({ id }) => id}
        error={rates.error}
        onRetry={() => void rates.refetch()}
        phoneLine={({ day, source }) => `${dayName(day)}, ${source}`}
        add={may("exchange-rate.set") ? { name: t().exchange.setTitle, run: () => setOpen(true) } : undefined}
      />
      <Show when={open()}>
        <SetExchangeRate before={rates.data?.items ?? []} onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}

function SetExchangeRate(props: { readonly before: readonly ExchangeRate[]; readonly onClose: () => void }) {
  const organization = useQuery(() => organizationQuery);
  const { busy, write, problem, whole } = createWriting();
  const today = useToday();
  const [base, setBase] = createSignal("");
  const [quote, setQuote] = createSignal(organization.data?.currency ?? "");
  const [day, setDay] = createSignal(today());
  const [rate, setRate] = createSignal("");
  const [source, setSource] = createSignal("");
  const submit = async () => {
    const before = props.before.find(
      (one) => one.base === base() && one.quote === quote() && one.day === day(),
    );
    const done = await write(
      asked(
        api.money.setExchangeRate.mutate({
          base: base(),
          quote: quote(),
          day: day(),
          rate: rate().replace(",", "."),
          source: source(),
        }),
      ),
      (set) => ({
        said: t().exchange.set(`${set.base} ${set.quote}`),
        undo: before === undefined ? undefined : () => putBack(before),
      }),
    );
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().exchange.setTitle}
      does={t().save}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <Field
        label={t().exchange.base}
        value={base()}
        error={problem("base")}
        onInput={(event) => setBase(event.currentTarget.value.toUpperCase())}
      />
      <Field
        label={t().exchange.quote}
        value={quote()}
        error={problem("quote")}
        onInput={(event) => setQuote(event.currentTarget.value.toUpperCase())}
      />
      <Field
        label={t().exchange.rate}
        inputMode="decimal"
        value={rate()}
        error={problem("rate")}
        onInput={(event) => setRate(event.currentTarget.value)}
      />
      <DatePicker
        label={t().exchange.day}
        value={day()}
        today={today()}
        last={today()}
        onChoose={setDay}
        error={problem("day")}
      />
      <Field
        label={t().exchange.source}
        help={t().exchange.sourceHelp}
        value={source()}
        error={problem("source")}
        onInput={(event) => setSource(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** A rate that was set over, as it was; a day that had none cannot lose its rate again. */
function putBack({ base, quote, day, rate, source }: ExchangeRate) {
  return asked(api.money.setExchangeRate.mutate({ base, quote, day, rate, source }));
}
