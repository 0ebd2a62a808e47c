import type { Contribution, MyWeek } from "@headwater/contract/contributions";
import { addDays, parseDay } from "@headwater/domain/period";
import { Button, Checkbox, Dialog, showToast } from "@headwater/ui/components";
import { duration } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Show } from "solid-js";
import { Refusal, server } from "../../server.ts";
import { myWeekQuery, timeChanged } from "./queries.ts";
import { copyOf, kindOf } from "./send.ts";
import { dayOfWeek, kindName, t, weekName } from "./texts.ts";

interface CopyWeekProps {
  readonly week: MyWeek;
  readonly onClose: () => void;
}

/** The week before, row by row, before anything is written; then one batch that is undone as one. */
export function CopyWeek(props: CopyWeekProps) {
  const from = () => later(props.week.from, -7);
  const source = useQuery(() => myWeekQuery(from()));
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = createSignal("");
  const rows = createMemo(() => (source.data?.items ?? []).toReversed());
  const isLate = (row: Contribution) => later(row.day, 7) > props.week.today;
  const chosen = createMemo(() => rows().filter((row) => !isLate(row) && !left().has(row.id)));
  const total = () => duration(chosen().reduce((minutes, row) => minutes + row.minutes, 0));
  const take = (row: Contribution, taken: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      if (taken) after.delete(row.id);
      else after.add(row.id);
      return after;
    });
  const log = async () => {
    try {
      await logAll(chosen(), total());
      props.onClose();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(t().notLogged(error.message));
    }
  };
  return (
    <Dialog
      open
      title={t().copyTitle}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button kind="primary" disabled={chosen().length === 0} onClick={() => void log()}>
            {t().copyRows(chosen().length, total())}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <Show when={source.isSuccess && rows().length === 0}>
        <p>{t().copyNothing}</p>
      </Show>
      <Show when={rows().length > 0}>
        <p class="note">{t().copyNote(weekName(from(), later(from(), 6), props.week.today))}</p>
        <table class="ledger copy-rows">
          <tbody>
            <For each={rows()}>
              {(row) => (
                <CopyRow
                  row={row}
                  isLate={isLate(row)}
                  isTaken={!left().has(row.id)}
                  onTake={(taken) => take(row, taken)}
                />
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <p class="red" aria-live="polite">
        {refused()}
      </p>
    </Dialog>
  );
}

interface CopyRowProps {
  readonly row: Contribution;
  /** Its day in this week is still to come. */
  readonly isLate: boolean;
  readonly isTaken: boolean;
  readonly onTake: (taken: boolean) => void;
}

function CopyRow(props: CopyRowProps) {
  const day = () => dayOfWeek(later(props.row.day, 7));
  const time = () => duration(props.row.minutes);
  return (
    <tr>
      <td>
        <Checkbox
          bare
          label={t().take(`${time()}, ${props.row.projectName}, ${day()}`)}
          checked={!props.isLate && props.isTaken}
          disabled={props.isLate}
          onChange={(taken) => props.onTake(taken)}
        />
      </td>
      <td>{day()}</td>
      <td class="figures">{time()}</td>
      <td>{nameOfKind(props.row.kind)}</td>
      <td class="ledger-name">{props.row.projectName}</td>
      <td class="byline">{props.isLate ? t().stillToCome : ""}</td>
    </tr>
  );
}

async function logAll(rows: readonly Contribution[], total: string): Promise<void> {
  const items = rows.flatMap((row) => {
    const kind = kindOf(row.kind);
    return kind === undefined ? [] : [copyOf(row, later(row.day, 7), kind)];
  });
  const answer = await server.logBatch(items);
  const ids = answer.items.flatMap((item) => ("id" in item ? [item.id] : []));
  await timeChanged();
  const said = t().copied(ids.length, total);
  showToast({
    said: answer.refused === 0 ? said : `${said}; ${t().copyRefused(answer.refused)}`,
    undo: async () => {
      await server.reverseContributions(ids, t().undone);
      await timeChanged();
    },
  });
}

function nameOfKind(kind: string): string {
  const known = kindOf(kind);
  return known === undefined ? kind : kindName()[known];
}

function later(day: string, days: number): string {
  const parsed = parseDay(day);
  return parsed === null ? day : addDays(parsed, days);
}
