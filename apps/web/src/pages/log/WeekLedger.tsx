import type { Contribution, MyWeek } from "@headwater/contract/contributions";
import { ColumnHead, Estimated, Icon } from "@headwater/ui/components";
import { duration } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { For, Show } from "solid-js";
import { projectAddress } from "../project/address.ts";
import { kindOf, UNSENT } from "./send.ts";
import { dayInWords, dayOfWeek, kindName, t } from "./texts.ts";

interface WeekLedgerProps {
  readonly week: MyWeek;
  readonly onTakeBack: (row: Contribution) => void;
}

/** The rows of the week, the newest day first. */
export function WeekLedger(props: WeekLedgerProps) {
  return (
    <table class="ledger log-ledger">
      <thead>
        <tr>
          <ColumnHead name={t().day} />
          <ColumnHead name={t().hours} figures />
          <ColumnHead name={t().kind} class="log-kind" />
          <ColumnHead name={t().project} />
          <ColumnHead name={t().what} class="log-wide" />
          <ColumnHead name={t().from} class="log-wide" />
          <th class="log-act">
            <span class="said">{t().takeBack("")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.week.items}>
          {(row) => <Row row={row} today={props.week.today} onTakeBack={props.onTakeBack} />}
        </For>
      </tbody>
      <tfoot>
        <tr class="ledger-total">
          <th scope="row">{t().total}</th>
          <td class="figures">{duration(props.week.minutes)}</td>
          <td colSpan={2} />
          <td colSpan={2} class="log-wide" />
          <td class="log-act" />
        </tr>
      </tfoot>
    </table>
  );
}

function Row(props: {
  readonly row: Contribution;
  readonly today: string;
  readonly onTakeBack: (row: Contribution) => void;
}) {
  const kind = () => {
    const known = kindOf(props.row.kind);
    return known === undefined ? props.row.kind : kindName()[known];
  };
  const said = () =>
    [duration(props.row.minutes), kind(), props.row.projectName, dayInWords(props.row.day, props.today)].join(
      ", ",
    );
  return (
    <tr>
      <td>{dayOfWeek(props.row.day)}</td>
      <td class="figures">
        <Show when={props.row.basis === "estimated"} fallback={duration(props.row.minutes)}>
          <Estimated>{duration(props.row.minutes)}</Estimated>
        </Show>
      </td>
      <td class="log-kind">{kind()}</td>
      <td class="ledger-name" title={props.row.project}>
        <Link {...projectAddress(props.row.project)}>{props.row.projectName}</Link>
      </td>
      <td class="log-wide log-what">
        <What row={props.row} />
      </td>
      <td class="log-wide log-from">{props.row.id === UNSENT ? t().waiting : t().basis[props.row.basis]}</td>
      <td class="log-act">
        <Show when={props.row.id !== UNSENT}>
          <button
            type="button"
            class="log-take-back"
            aria-label={t().takeBack(said())}
            title={t().takeBack(said())}
            onClick={() => props.onTakeBack(props.row)}
          >
            <Icon name="close" size="small" />
          </button>
        </Show>
      </td>
    </tr>
  );
}

/** The number of the change, led to its address, and the note. */
export function What(props: { readonly row: Pick<Contribution, "link" | "note"> }) {
  return (
    <>
      <Show when={props.row.link}>
        {(link) => (
          <a class="link" href={link()} target="_blank" rel="noreferrer">
            {shortLink(link())}
          </a>
        )}
      </Show>
      <Show when={props.row.link !== null && props.row.note !== null}>{", "}</Show>
      {props.row.note}
    </>
  );
}

/** `https://github.com/curl/curl/pull/13412` → `#13412`; other addresses by their host. */
function shortLink(link: string): string {
  const number = /\/(\d+)(?:\/\d+)?\/?$/.exec(link)?.[1];
  return number === undefined ? link.replace(/^https?:\/\/([^/]+).*$/, "$1") : `#${number}`;
}
