import type { Contribution, MyWeek } from "@headwater/contract/contributions";
import { addDays, parseDay } from "@headwater/domain/period";
import { Button, Checkbox, Dialog, showToast } from "@headwater/ui/components";
import { dayName, duration } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Show } from "solid-js";
import { Refusal, server } from "../../server.ts";
import { myWeekQuery, timeChanged } from "./queries.ts";
import { copyOf, kindOf } from "./send.ts";
import { dayOfWeek, kindName, t } from "./texts.ts";

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
        <p class="note">
          {t().copyNote(dayName(from(), yearOf(props.week)), dayName(later(from(), 6), yearOf(props.week)))}
        </p>
        <table class="ledger copy-rows">
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <td>
                    <Checkbox
                      bare
                      label={t().take(
                        `${duration(row.minutes)}, ${row.projectName}, ${dayOfWeek(later(row.day, 7))}`,
                      )}
                      checked={!isLate(row) && !left().has(row.id)}
                      disabled={isLate(row)}
                      onChange={(taken) => take(row, taken)}
                    />
                  </td>
                  <td>{dayOfWeek(later(row.day, 7))}</td>
                  <td class="figures">{duration(row.minutes)}</td>
                  <td>{nameOfKind(row.kind)}</td>
                  <td class="ledger-name">{row.projectName}</td>
                  <td class="byline">{isLate(row) ? t().stillToCome : ""}</td>
                </tr>
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

function yearOf(week: MyWeek): number {
  return Number(week.today.slice(0, 4));
}
