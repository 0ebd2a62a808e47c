import type { Contribution } from "@headwater/contract/contributions";
import type { GivenTime } from "@headwater/contract/giving";
import {
  Button,
  buttonClass,
  ColumnHead,
  Empty,
  Estimated,
  Icon,
  Money,
  SectionHead,
} from "@headwater/ui/components";
import { dayName, duration } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { For, Show } from "solid-js";
import { kindOf, takeBack } from "../log/send.ts";
import { kindName, t as log } from "../log/texts.ts";
import { What } from "../log/WeekLedger.tsx";
import { exportAddress, MOST_EXPORTED, type TimeFilter } from "./queries.ts";
import { t } from "./texts.ts";

interface TimeLedgerProps {
  readonly given: GivenTime;
  readonly rows: readonly Contribution[];
  readonly read: boolean;
  readonly filter: TimeFilter;
  readonly onMore: (() => void) | undefined;
}

/** The rows that whoever reads may see, the newest first; the sums below them are the server's. */
export function TimeLedger(props: TimeLedgerProps) {
  const today = () => new Date().toISOString().slice(0, 10);
  return (
    <section class="giving-rows">
      <SectionHead title={t().timeRows}>
        {t().whoSees}{" "}
        <Show when={props.rows.length > 0}>
          <a
            class="link not-printed"
            download=""
            href={exportAddress("contributions", props.given.period, { ...props.filter })}
          >
            {props.onMore === undefined ? t().csv : t().csvFirst(MOST_EXPORTED)}
          </a>
        </Show>
      </SectionHead>
      <Show
        when={props.rows.length > 0}
        fallback={
          <Show when={props.read}>
            <Empty title={t().noTime} sentence={t().noTimeNote}>
              <Link to="/log" class={buttonClass("primary")}>
                {t().logTime}
              </Link>
            </Empty>
          </Show>
        }
      >
        <div class="giving-table">
          <table class="ledger">
            <thead>
              <tr>
                <ColumnHead name={t().day} />
                <ColumnHead name={t().time} unit={t().hoursUnit} figures />
                <ColumnHead name={t().kind} />
                <ColumnHead name={t().project} />
                <ColumnHead name={t().what} class="giving-wide" />
                <ColumnHead name={t().from} class="giving-wide" />
                <ColumnHead name={t().value} unit={props.given.currency} figures class="giving-wide" />
                <td class="giving-act" />
              </tr>
            </thead>
            <tbody>
              <For each={props.rows}>{(row) => <Row row={row} today={today()} />}</For>
            </tbody>
            <tfoot>
              <tr class="ledger-total">
                <th scope="row">{t().total}</th>
                <td class="figures">{props.given.minutes === null ? "" : duration(props.given.minutes)}</td>
                <td colSpan={2}>{props.given.rows === null ? "" : t().counted(props.given.rows)}</td>
                <td colSpan={2} class="giving-wide" />
                <td class="figures giving-wide">
                  <Show when={props.given.value}>{(value) => <Money bare exact value={value()} />}</Show>
                </td>
                <td class="giving-act" />
              </tr>
            </tfoot>
          </table>
        </div>
        <Show when={props.given.unknownRows > 0}>
          <p class="note giving-note giving-warning">{t().unvalued(props.given.unknownRows)}</p>
        </Show>
        <Show when={props.onMore}>
          {(more) => (
            <p class="giving-note not-printed">
              <Button size="small" onClick={() => more()()}>
                {t().more}
              </Button>
            </p>
          )}
        </Show>
      </Show>
    </section>
  );
}

function Row(props: { readonly row: Contribution; readonly today: string }) {
  const over = () => props.row.reversedBy !== null || props.row.reverses !== null;
  const kind = () => {
    const known = kindOf(props.row.kind);
    return known === undefined ? props.row.kind : kindName()[known];
  };
  const said = () =>
    [duration(props.row.minutes), kind(), props.row.projectName, dayName(props.row.day)].join(", ");
  return (
    <tr classList={{ "giving-over": over() }}>
      <td>{dayName(props.row.day, Number(props.today.slice(0, 4)))}</td>
      <td class="figures">
        <Show when={props.row.basis === "estimated"} fallback={duration(props.row.minutes)}>
          <Estimated>{duration(props.row.minutes)}</Estimated>
        </Show>
      </td>
      <td>{kind()}</td>
      <td class="ledger-name" title={props.row.project}>
        {props.row.projectName}
      </td>
      <td class="giving-wide giving-what">
        <What row={props.row} />
      </td>
      <td class="giving-wide giving-quiet">
        {props.row.reverses !== null
          ? t().reversal
          : props.row.reversedBy !== null
            ? t().takenBackRow
            : log().basis[props.row.basis]}
      </td>
      <td class="figures giving-wide">
        <Money bare exact short value={props.row.value} unknown={props.row.valueUnknown} />
      </td>
      <td class="giving-act">
        <Show when={!over() && props.row.person !== null}>
          <button
            type="button"
            class="giving-take-back"
            aria-label={t().takeBack(said())}
            title={t().takeBack(said())}
            onClick={() => void takeBack(props.row, props.today)}
          >
            <Icon name="close" size="small" />
          </button>
        </Show>
      </td>
    </tr>
  );
}
