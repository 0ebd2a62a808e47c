import { DatePicker, Field, type LedgerColumn } from "@headwater/ui/components";
import { dayName, exactAmount } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { organizationQuery } from "../../queries.ts";
import { useMay } from "../../self.ts";
import { api, asked } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { type Rate, ratesQuery } from "./queries.ts";
import { SettingsList } from "./SettingsList.tsx";
import { t } from "./texts.ts";
import { useToday } from "./today.ts";
import { createWriting } from "./writing.ts";

/** What an hour is worth; only finance, auditors and owners come here. */
export function Rates() {
  const rates = useQuery(() => ratesQuery);
  const may = useMay();
  const [open, setOpen] = createSignal(false);
  const columns = (): readonly LedgerColumn<Rate>[] => [
    {
      id: "family",
      name: t().rates.family,
      width: 200,
      cell: (rate) => rate.roleFamily ?? t().rates.everybody,
    },
    { id: "region", name: t().rates.region, width: 140, cell: (rate) => rate.region ?? t().rates.everywhere },
    { id: "from", name: t().rates.from, width: 120, cell: (rate) => dayName(rate.from) },
    { id: "currency", name: t().rates.currency, width: 80, cell: (rate) => rate.hourly.currency },
    {
      id: "hourly",
      name: t().rates.hourly,
      as: "figures",
      width: 100,
      onPhone: true,
      cell: (rate) => exactAmount(rate.hourly.amount),
    },
  ];
  return (
    <>
      <SettingsList
        label={t().names.rates}
        lede={t().rates.lede}
        columns={columns()}
        rows={rates.data?.items}
        keyOf={({ id }) => id}
        error={rates.error}
        onRetry={() => void rates.refetch()}
        phoneLine={(rate) => `${rate.region ?? t().rates.everywhere}, ${dayName(rate.from)}`}
        add={may("rate.set") ? { name: t().rates.setTitle, run: () => setOpen(true) } : undefined}
      />
      <Show when={open()}>
        <SetRate before={rates.data?.items ?? []} onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}

function SetRate(props: { readonly before: readonly Rate[]; readonly onClose: () => void }) {
  const organization = useQuery(() => organizationQuery);
  const { busy, write, problem, whole } = createWriting();
  const today = useToday();
  const [family, setFamily] = createSignal("");
  const [region, setRegion] = createSignal("");
  const [from, setFrom] = createSignal(today());
  const [amount, setAmount] = createSignal("");
  const [currency, setCurrency] = createSignal(organization.data?.currency ?? "");
  const submit = async () => {
    const of = {
      ...(family() === "" ? {} : { roleFamily: family() }),
      ...(region() === "" ? {} : { region: region() }),
      from: from(),
    };
    const before = props.before.find(
      (rate) =>
        rate.from === from() && (rate.roleFamily ?? "") === family() && (rate.region ?? "") === region(),
    );
    const done = await write(
      asked(api.money.setRate.mutate({ ...of, hourly: { amount: amount(), currency: currency() } })),
      () => ({
        said: t().rates.set,
        undo:
          before === undefined
            ? undefined
            : () => asked(api.money.setRate.mutate({ ...of, hourly: before.hourly })),
      }),
    );
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().rates.setTitle}
      does={t().save}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <Field
        label={t().rates.family}
        placeholder={t().rates.everybody}
        value={family()}
        error={problem("roleFamily")}
        onInput={(event) => setFamily(event.currentTarget.value.trim())}
      />
      <Field
        label={t().rates.region}
        placeholder={t().rates.everywhere}
        value={region()}
        error={problem("region")}
        onInput={(event) => setRegion(event.currentTarget.value.trim())}
      />
      <DatePicker
        label={t().rates.from}
        value={from()}
        today={today()}
        onChoose={setFrom}
        error={problem("from")}
      />
      <Field
        label={t().rates.amount}
        inputMode="decimal"
        value={amount()}
        error={problem("hourly.amount") ?? problem("hourly")}
        onInput={(event) => setAmount(event.currentTarget.value)}
      />
      <Field
        label={t().rates.currency}
        value={currency()}
        error={problem("hourly.currency")}
        onInput={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
      />
    </FormDialog>
  );
}
