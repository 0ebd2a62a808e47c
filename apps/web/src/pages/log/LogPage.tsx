import { addDays, parseDay } from "@headwater/domain/period";
import type { MyWeek, RecentWork } from "@headwater/contract/contributions";
import { Button, Failure, Icon } from "@headwater/ui/components";
import { WeekStrip } from "@headwater/ui/charts";
import { duration } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Link, useNavigate, useSearch } from "@tanstack/solid-router";
import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import { waiting } from "../../frame/outbox.ts";
import { Refusal } from "../../server.ts";
import { Again } from "./Again.tsx";
import { CopyWeek } from "./CopyWeek.tsx";
import { createEntry, type Entry, lineOf } from "./entry.ts";
import "./log.css";
import { LogForm } from "./LogForm.tsx";
import { myWeekQuery, timeChanged } from "./queries.ts";
import { takeBack } from "./send.ts";
import { t, weekName } from "./texts.ts";
import { WeekLedger } from "./WeekLedger.tsx";
import { type Proposed, weekDays } from "./week-days.ts";

/** The line, the week around it, and what is done again and again. */
export function LogPage() {
  const search = useSearch({ from: "/inside/log" });
  const navigate = useNavigate();
  const week = useQuery(() => myWeekQuery(search().week));
  const entry = createEntry();
  const [copying, setCopying] = createSignal(false);
  let field!: HTMLInputElement;
  const works = () => entry.recent();
  const again = (work: RecentWork) => {
    entry.setText(lineOf(work));
    field.focus();
  };
  const move = (days: -7 | 7) => {
    const shown = week.data;
    const to = shown === undefined ? undefined : weekAt(shown, days);
    if (to !== null) void navigate({ to: "/log", search: { week: to }, resetScroll: false });
  };
  useKeys(() => [
    ...works().map((work, index) => ({
      key: String(index + 1),
      does: t().keys.again(index + 1),
      run: () => again(work),
    })),
    { key: "c", does: t().keys.line, run: () => field.focus(), onLine: true },
    { key: "l", does: t().keys.copy, run: () => setCopying(true), onLine: true },
    { key: "ArrowLeft", does: t().earlier, run: () => move(-7), onLine: true },
    { key: "ArrowRight", does: t().later, run: () => move(7), onLine: true },
  ]);
  // What was kept in this browser has gone out: the week is read anew.
  createEffect(
    on(waiting, (now, before) => {
      if (before !== undefined && now.length < before.length) void timeChanged();
    }),
  );
  const failed = () => (week.error !== null && !isSignedOut(week.error) ? week.error : null);
  return (
    <main class="page log-page">
      <div class="log-main">
        <h1>{t().title}</h1>
        <LogForm entry={entry} input={(element) => (field = element)} />
        <Switch>
          <Match when={failed()}>
            {(error) => (
              <Failure title={t().notRead} onRetry={() => void week.refetch()}>
                {error().message}
              </Failure>
            )}
          </Match>
          <Match when={week.data}>
            {(shown) => <Week week={shown()} proposed={proposedOf(entry)} onCopy={() => setCopying(true)} />}
          </Match>
        </Switch>
      </div>
      <aside class="log-aside" aria-label={t().again}>
        <Show when={works().length > 0} fallback={<FirstTime onTry={(text) => entry.setText(text)} />}>
          <Again works={works()} today={week.data?.today ?? ""} onChoose={again} />
        </Show>
      </aside>
      <Show when={copying() ? week.data : undefined}>
        {(shown) => <CopyWeek week={shown()} onClose={() => setCopying(false)} />}
      </Show>
    </main>
  );
}

function isSignedOut(error: Error): boolean {
  return error instanceof Refusal && error.isSignedOut;
}

/** Another week's first day; undefined for the present one, null where it would be after it. */
function weekAt(week: MyWeek, days: number): string | undefined | null {
  const from = parseDay(week.from);
  if (from === null) return undefined;
  const to = addDays(from, days);
  if (to > week.today) return null;
  return addDays(to, 6) >= week.today ? undefined : to;
}

/** What the line says so far, for the strip. */
function proposedOf(entry: Entry): Proposed | null {
  const { minutes, day } = entry.completed();
  const named = entry.project();
  if (minutes === null || named.state !== "known") return null;
  return { day, minutes, name: named.project.name };
}

interface WeekProps {
  readonly week: MyWeek;
  readonly proposed: Proposed | null;
  readonly onCopy: () => void;
}

function Week(props: WeekProps) {
  const present = () => props.week.today >= props.week.from && props.week.today <= props.week.to;
  const next = createMemo(() => weekAt(props.week, 7));
  return (
    <section class="log-week" aria-labelledby="week-title">
      <div class="section-head">
        <h2 id="week-title">
          {present() ? t().thisWeek : weekName(props.week.from, props.week.to, props.week.today)}
        </h2>
        <div class="byline log-week-byline">
          <span>
            <Show when={present()}>{`${weekName(props.week.from, props.week.to, props.week.today)} · `}</Show>
            <span class="strong">
              {present() ? t().soFar(duration(props.week.minutes)) : t().inAll(duration(props.week.minutes))}
            </span>
            <Show when={props.week.usualMinutes}>{(usual) => ` · ${t().usual(duration(usual()))}`}</Show>
          </span>
          <span class="log-week-steps not-printed">
            <Link
              to="/log"
              search={{ week: weekAt(props.week, -7) ?? undefined }}
              class="log-step"
              aria-label={t().earlier}
              resetScroll={false}
            >
              <Icon name="back" />
            </Link>
            <Show
              when={next() !== null}
              fallback={
                <span class="log-step log-step-off" aria-hidden="true">
                  <Icon name="forth" />
                </span>
              }
            >
              <Link
                to="/log"
                search={{ week: next() ?? undefined }}
                class="log-step"
                aria-label={t().later}
                resetScroll={false}
              >
                <Icon name="forth" />
              </Link>
            </Show>
          </span>
        </div>
      </div>
      <WeekStrip days={weekDays(props.week, props.proposed)} label={summaryOf(props.week)} />
      <Show when={props.week.items.length > 0} fallback={<p class="note log-week-empty">{t().emptyWeek}</p>}>
        <WeekLedger week={props.week} onTakeBack={(row) => void takeBack(row, props.week.today)} />
      </Show>
      <div class="log-week-foot not-printed">
        <Button size="small" onClick={() => props.onCopy()}>
          {t().copyLast} <kbd>L</kbd>
        </Button>
        <Show when={props.week.takenBack > 0}>
          <span class="byline">{t().takenBack(props.week.takenBack)}</span>
        </Show>
      </div>
    </section>
  );
}

function summaryOf(week: MyWeek): string {
  return t().weekSummary(duration(week.minutes), week.days.filter(({ minutes }) => minutes > 0).length);
}

function FirstTime(props: { readonly onTry: (text: string) => void }) {
  return (
    <section class="again">
      <h2>{t().nothingYet}</h2>
      <p class="note again-note">{t().nothingYetNote}</p>
      <ul class="again-rows">
        <For each={t().examples}>
          {(example) => (
            <li>
              <button type="button" class="again-row" onClick={() => props.onTry(`${example} `)}>
                <span class="code">{example}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
