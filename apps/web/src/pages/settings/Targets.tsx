import { Field, type LedgerColumn, Money } from "@headwater/ui/components";
import { exactAmount } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { organizationQuery } from "../../queries.ts";
import { useMay } from "../../self.ts";
import { api, asked } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { type Target, targetsQuery } from "./queries.ts";
import { SettingsList } from "./SettingsList.tsx";
import { t } from "./texts.ts";
import { createWriting } from "./writing.ts";

/** What the company means to give, year by year. */
export function Targets() {
  const targets = useQuery(() => targetsQuery);
  const organization = useQuery(() => organizationQuery);
  const may = useMay();
  const [open, setOpen] = createSignal(false);
  const currency = () => organization.data?.currency ?? "";
  const columns = (): readonly LedgerColumn<Target>[] => [
    {
      id: "year",
      name: t().targets.year,
      unit: t().targets.begins,
      width: 120,
      cell: ({ year }) => String(year),
    },
    { id: "currency", name: t().targets.currency, width: 90, cell: (target) => target.currency },
    {
      id: "amount",
      name: t().targets.amount,
      as: "figures",
      width: 130,
      onPhone: true,
      cell: ({ amount }) => exactAmount(amount),
    },
    {
      id: "value",
      name: t().targets.value,
      unit: currency(),
      as: "figures",
      width: 150,
      cell: (target) => (
        <Money
          bare
          value={target.value === null ? null : { amount: target.value, currency: currency() }}
          unknown={target.valueUnknown}
        />
      ),
    },
  ];
  return (
    <>
      <SettingsList
        label={t().names.targets}
        lede={t().targets.lede}
        columns={columns()}
        rows={targets.data?.items}
        keyOf={({ year }) => String(year)}
        error={targets.error}
        onRetry={() => void targets.refetch()}
        add={may("target.set") ? { name: t().targets.setTitle, run: () => setOpen(true) } : undefined}
      />
      <Show when={open()}>
        <SetTarget
          before={targets.data?.items ?? []}
          initialCurrency={currency()}
          onClose={() => setOpen(false)}
        />
      </Show>
    </>
  );
}

interface SetTargetProps {
  readonly before: readonly Target[];
  readonly initialCurrency: string;
  readonly onClose: () => void;
}

function SetTarget(props: SetTargetProps) {
  const { busy, write, problem, whole } = createWriting();
  const [year, setYear] = createSignal(String(new Date().getFullYear()));
  const [amount, setAmount] = createSignal("");
  const [currency, setCurrency] = createSignal(props.initialCurrency);
  const submit = async () => {
    const before = props.before.find((target) => target.year === Number(year()));
    const done = await write(
      asked(api.money.setTarget.mutate({ year: Number(year()), amount: amount(), currency: currency() })),
      (target) => ({
        said: t().targets.set(target.year),
        // A first target cannot be unset: the ledger of targets knows no row that takes one away.
        undo:
          before === undefined
            ? undefined
            : () =>
                asked(
                  api.money.setTarget.mutate({
                    year: before.year,
                    amount: before.amount,
                    currency: before.currency,
                  }),
                ),
      }),
    );
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().targets.setTitle}
      does={t().save}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <Field
        label={t().targets.year}
        inputMode="numeric"
        value={year()}
        error={problem("year")}
        onInput={(event) => setYear(event.currentTarget.value)}
      />
      <Field
        label={t().targets.amount}
        inputMode="decimal"
        value={amount()}
        error={problem("amount")}
        onInput={(event) => setAmount(event.currentTarget.value)}
      />
      <Field
        label={t().targets.currency}
        value={currency()}
        error={problem("currency")}
        onInput={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
      />
    </FormDialog>
  );
}
