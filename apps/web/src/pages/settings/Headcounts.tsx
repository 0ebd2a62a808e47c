import { Field, type LedgerColumn } from "@headwater/ui/components";
import { decimals, monthName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { useMay } from "../../self.ts";
import { api, asked } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { type Headcount, headcountsQuery } from "./queries.ts";
import { SettingsList } from "./SettingsList.tsx";
import { t } from "./texts.ts";
import { createWriting } from "./writing.ts";

/** Full-time developers, month by month. */
export function Headcounts() {
  const headcounts = useQuery(() => headcountsQuery);
  const may = useMay();
  const [open, setOpen] = createSignal(false);
  const columns = (): readonly LedgerColumn<Headcount>[] => [
    { id: "month", name: t().headcounts.month, width: 200, cell: ({ month }) => monthName(month) },
    {
      id: "developers",
      name: t().headcounts.developers,
      unit: t().headcounts.full,
      as: "figures",
      width: 140,
      onPhone: true,
      cell: ({ developers }) => decimals(developers, Number.isInteger(developers) ? 0 : 2),
    },
  ];
  return (
    <>
      <SettingsList
        label={t().names.headcounts}
        lede={t().headcounts.lede}
        columns={columns()}
        rows={headcounts.data?.items.toReversed()}
        keyOf={({ month }) => month}
        error={headcounts.error}
        onRetry={() => void headcounts.refetch()}
        add={may("headcount.set") ? { name: t().headcounts.setTitle, run: () => setOpen(true) } : undefined}
      />
      <Show when={open()}>
        <SetHeadcount before={headcounts.data?.items ?? []} onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}

function SetHeadcount(props: { readonly before: readonly Headcount[]; readonly onClose: () => void }) {
  const { busy, write, problem, whole } = createWriting();
  const [month, setMonth] = createSignal(new Date().toISOString().slice(0, 7));
  const [developers, setDevelopers] = createSignal("");
  const submit = async () => {
    const before = props.before.find((headcount) => headcount.month === month());
    const done = await write(
      // A decimal comma is as good as a point.
      asked(
        api.money.setHeadcount.mutate({
          month: month(),
          developers: Number(developers().replace(",", ".") || "x"),
        }),
      ),
      (headcount) => ({
        said: t().headcounts.set(monthName(headcount.month)),
        undo: before === undefined ? undefined : () => asked(api.money.setHeadcount.mutate(before)),
      }),
    );
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().headcounts.setTitle}
      does={t().save}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <Field
        label={t().headcounts.month}
        help={t().headcounts.monthHelp}
        value={month()}
        error={problem("month")}
        onInput={(event) => setMonth(event.currentTarget.value)}
      />
      <Field
        label={t().headcounts.developers}
        inputMode="decimal"
        value={developers()}
        error={problem("developers")}
        onInput={(event) => setDevelopers(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
