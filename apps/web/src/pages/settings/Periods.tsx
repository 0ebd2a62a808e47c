import { Button, Field, type LedgerColumn, SelectField } from "@headwater/ui/components";
import { dayName, periodName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { useMay } from "../../self.ts";
import { api, asked } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { type PeriodState, periodsQuery } from "./queries.ts";
import { SettingsList } from "./SettingsList.tsx";
import { t } from "./texts.ts";
import { createWriting } from "./writing.ts";

const states = ["open", "soft-closed", "closed"] as const;
type State = (typeof states)[number];

/** Which days still take rows. */
export function Periods() {
  const periods = useQuery(() => periodsQuery);
  const may = useMay();
  const { write, whole } = createWriting();
  const [open, setOpen] = createSignal(false);
  const set = (period: string, state: State, before: State) =>
    write(asked(api.periods.set.mutate({ period, state })), (after) => ({
      said: t().periods.done(periodName(after.period), t().periods.states[after.state]),
      undo: () => asked(api.periods.set.mutate({ period, state: before })),
    }));
  const columns = (): readonly LedgerColumn<PeriodState>[] => [
    { id: "period", name: t().periods.period, width: 200, cell: ({ period }) => periodName(period) },
    { id: "from", name: t().periods.from, width: 130, cell: ({ start }) => dayName(start) },
    { id: "through", name: t().periods.through, width: 130, cell: ({ end }) => dayName(dayBefore(end)) },
    {
      id: "state",
      name: t().periods.state,
      width: 150,
      onPhone: true,
      cell: ({ state }) => t().periods.states[state],
    },
    ...(may("period.close")
      ? [
          {
            id: "reopen",
            name: t().actions,
            head: () => <span class="said">{t().actions}</span>,
            width: 130,
            cell: (row: PeriodState) => (
              <Show when={row.state !== "open"}>
                <Button size="small" kind="quiet" onClick={() => void set(row.period, "open", row.state)}>
                  {t().periods.reopen}
                  <span class="said">{` ${periodName(row.period)}`}</span>
                </Button>
              </Show>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <SettingsList
        label={t().names.periods}
        lede={t().periods.lede}
        columns={columns()}
        rows={periods.data?.items}
        keyOf={({ period }) => period}
        error={periods.error}
        onRetry={() => void periods.refetch()}
        add={may("period.close") ? { name: t().periods.set, run: () => setOpen(true) } : undefined}
      />
      <Show when={whole()}>
        {(why) => (
          <p class="note red" role="alert">
            {why()}
          </p>
        )}
      </Show>
      <Show when={open()}>
        <SetPeriod before={periods.data?.items ?? []} onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}

function SetPeriod(props: { readonly before: readonly PeriodState[]; readonly onClose: () => void }) {
  const { busy, write, problem, whole } = createWriting();
  const [period, setPeriod] = createSignal("");
  const [state, setState] = createSignal<State>("closed");
  const submit = async () => {
    const done = await write(
      asked(api.periods.set.mutate({ period: period(), state: state() })),
      (after) => ({
        said: t().periods.done(periodName(after.period), t().periods.states[after.state]),
        undo: () =>
          asked(
            api.periods.set.mutate({
              period: after.period,
              state: props.before.find((one) => one.period === after.period)?.state ?? "open",
            }),
          ),
      }),
    );
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().periods.set}
      does={t().save}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <Field
        label={t().periods.period}
        help={t().periods.periodHelp}
        value={period()}
        error={problem("period")}
        onInput={(event) => setPeriod(event.currentTarget.value)}
      />
      <SelectField
        name="state"
        label={t().periods.state}
        value={state()}
        error={problem("state")}
        choices={states.map((value) => ({ value, name: t().periods.states[value] }))}
        onChoose={(value) => setState(states.find((known) => known === value) ?? "closed")}
      />
    </FormDialog>
  );
}

/** Periods end before a day; people read the last one inside. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
