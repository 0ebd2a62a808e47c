import type { Donation } from "@headwater/contract/donations";
import type { GivenMoney } from "@headwater/contract/giving";
import { parseDonationKind } from "@headwater/domain/donation";
import { Button, ColumnHead, Empty, Icon, Money, SectionHead } from "@headwater/ui/components";
import { dayName, exactAmount, money } from "@headwater/ui/format";
import { createSignal, For, Show } from "solid-js";
import { exportAddress, type MoneyFilter, MOST_EXPORTED } from "./queries.ts";
import { TakeBackDonation } from "./TakeBackDonation.tsx";
import { donationKindName, t } from "./texts.ts";

interface MoneyLedgerProps {
  readonly given: GivenMoney;
  readonly rows: readonly Donation[];
  readonly read: boolean;
  readonly filter: MoneyFilter;
  readonly onRecord: () => void;
  readonly onMore: (() => void) | undefined;
}

/** The rows of money, the newest first; the sums below them are the server's. */
export function MoneyLedger(props: MoneyLedgerProps) {
  const [taken, setTaken] = createSignal<Donation | null>(null);
  const amounts = () =>
    props.given.unknown.map((one) => `${one.currency} ${exactAmount(one.amount)}`).join(", ");
  return (
    <section class="giving-rows">
      <SectionHead title={t().moneyRows}>
        {t().counted(props.given.rows)}{" "}
        <Show when={props.rows.length > 0}>
          <a
            class="link not-printed"
            download=""
            href={exportAddress("donations", props.given.period, { ...props.filter })}
          >
            {props.onMore === undefined ? t().csv : t().csvFirst(MOST_EXPORTED)}
          </a>
        </Show>
      </SectionHead>
      <Show when={props.given.unknownRows > 0}>
        <p class="note giving-warning">{t().unknownMoney(amounts(), props.given.unknownRows)}</p>
      </Show>
      <Show
        when={props.rows.length > 0}
        fallback={
          <Show when={props.read}>
            <Empty title={t().noMoney} sentence={t().noMoneyNote}>
              <Button onClick={() => props.onRecord()}>{t().record}</Button>
            </Empty>
          </Show>
        }
      >
        <div class="giving-table">
          <table class="ledger">
            <thead>
              <tr>
                <ColumnHead name={t().day} />
                <ColumnHead name={t().payee} />
                <ColumnHead name={t().kind} class="giving-wide" />
                <ColumnHead name={t().for} class="giving-wide" />
                <ColumnHead name={t().reference} class="giving-wide" />
                <ColumnHead name={t().pledge} class="giving-wide" />
                <ColumnHead name={t().paid} figures class="giving-wide" />
                <ColumnHead name={t().value} unit={props.given.currency} figures />
                <td class="giving-act" />
              </tr>
            </thead>
            <tbody>
              <For each={props.rows}>{(row) => <Row row={row} onTakeBack={() => setTaken(row)} />}</For>
            </tbody>
            <tfoot>
              <Sum name={t().cashAll} given={props.given} amount={props.given.cash} />
              <Show when={Number(props.given.inKind) !== 0}>
                <Sum name={t().inKind} given={props.given} amount={props.given.inKind} />
              </Show>
            </tfoot>
          </table>
        </div>
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
      <Show when={taken()}>{(row) => <TakeBackDonation row={row()} onClose={() => setTaken(null)} />}</Show>
    </section>
  );
}

/** Cash and what was given in kind are sums of their own. */
function Sum(props: { readonly name: string; readonly given: GivenMoney; readonly amount: string }) {
  return (
    <tr class="ledger-total">
      <th scope="row" colSpan={2}>
        {props.name}
      </th>
      <td colSpan={5} class="giving-wide" />
      <td class="figures">
        <Money bare exact value={{ amount: props.amount, currency: props.given.currency }} />
      </td>
      <td class="giving-act" />
    </tr>
  );
}

function Row(props: { readonly row: Donation; readonly onTakeBack: () => void }) {
  const over = () => props.row.reversedBy !== null || props.row.reverses !== null;
  const kind = () => {
    const known = parseDonationKind(props.row.kind);
    return known === null ? props.row.kind : donationKindName()[known];
  };
  const said = () =>
    [
      money({ amount: props.row.amount, currency: props.row.currency }),
      props.row.payee ?? "",
      dayName(props.row.day),
    ].join(", ");
  return (
    <tr classList={{ "giving-over": over() }}>
      <td>{dayName(props.row.day)}</td>
      <td class="ledger-name giving-payee">{props.row.payee}</td>
      <td class="giving-wide">{kind()}</td>
      <td class="giving-wide giving-for">{destination(props.row)}</td>
      <td class="giving-wide">
        <Receipt reference={props.row.reference} />
      </td>
      <td class="giving-wide giving-quiet">
        {props.row.reverses !== null
          ? t().reversal
          : props.row.reversedBy !== null
            ? t().takenBackRow
            : props.row.pledgeEligible
              ? t().counts
              : t().countsNot}
      </td>
      <td class="figures giving-wide">{`${props.row.currency} ${exactAmount(props.row.amount)}`}</td>
      <td class="figures giving-value">
        <Money bare exact value={props.row.value} unknown={props.row.valueUnknown} />
      </td>
      <td class="giving-act">
        <Show when={!over()}>
          <button
            type="button"
            class="giving-take-back"
            aria-label={t().takeBack(said())}
            title={t().takeBack(said())}
            onClick={() => props.onTakeBack()}
          >
            <Icon name="close" size="small" />
          </button>
        </Show>
      </td>
    </tr>
  );
}

/** `curl`, `netty 3, pgjdbc 1`, the tail, or the company as a whole. */
function destination(row: Donation): string {
  if (row.attribution === "tail") return t().tail;
  if (row.attribution === "pooled") return t().pooled;
  return row.shares
    .map(({ projectName, weight }) => (row.shares.length === 1 ? projectName : `${projectName} ${weight}`))
    .join(", ");
}

function Receipt(props: { readonly reference: string | null }) {
  return (
    <Show when={/^https?:\/\//.test(props.reference ?? "")} fallback={props.reference}>
      <a class="link" href={props.reference ?? ""} target="_blank" rel="noreferrer">
        {t().reference}
      </a>
    </Show>
  );
}
