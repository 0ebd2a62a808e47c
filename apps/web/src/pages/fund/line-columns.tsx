import { PromiseBar } from "@headwater/ui/charts";
import { Icon, type LedgerColumn, Menu, Money, showToast } from "@headwater/ui/components";
import { amountFigure, language, percentFigure } from "@headwater/ui/format";
import { createEffect, Show } from "solid-js";
import { amountOf } from "./decisions.ts";
import { readTypedAmount } from "../giving/typed-amount.ts";
import { platformName } from "../projects/texts.ts";
import type { Line } from "./queries.ts";
import { t } from "./texts.ts";
import { giftFigure } from "./typed-gift.ts";

type Payee = NonNullable<Line["payee"]>;

/** What can be decided on a line. */
export interface LineActions {
  readonly lockAt: (line: Line, amount: string) => Promise<void>;
  readonly toggleLock: (line: Line) => Promise<void>;
  readonly giveFree: (line: Line) => Promise<void>;
  readonly move: (line: Line, direction: 1 | -1) => void;
  readonly leaveOut: (line: Line) => void;
  readonly pay: (line: Line, payee: Payee) => Promise<void>;
}

interface ColumnsOf {
  readonly currency: string;
  /** The end of the bars' axis. */
  readonly largest: number;
  /** Null for who only reads. */
  readonly actions: LineActions | null;
}

export function lineColumns(of: ColumnsOf): readonly LedgerColumn<Line>[] {
  return [
    { id: "name", name: t().project, cell: (line) => line.name, width: 200 },
    ...figureColumns(of),
    ...giftColumns(of),
    ...payeeColumns(of),
    {
      id: "reason",
      name: t().whyThisMuch,
      cell: (line) => <span class="fund-second">{reasonWords(line)}</span>,
      as: "words",
      width: 196,
      spare: 2,
    },
  ];
}

function figureColumns({ currency, largest }: ColumnsOf): readonly LedgerColumn<Line>[] {
  const bare = (value: string | null, unknown: string | undefined) => (
    <Money bare short value={value === null ? null : { amount: value, currency }} unknown={unknown} />
  );
  return [
    {
      id: "usage",
      name: t().usage,
      unit: "%",
      cell: (line) => percentFigure(line.usageShare),
      as: "figures",
      width: 56,
      spare: 5,
    },
    {
      id: "given",
      name: t().given,
      unit: currency,
      cell: (line) => bare(line.given, line.givenUnknown),
      as: "figures",
      width: 68,
      spare: 4,
    },
    {
      id: "gap",
      name: t().gap,
      unit: currency,
      cell: (line) => bare(line.gap, line.gapUnknown),
      as: "figures",
      width: 74,
      spare: 1,
    },
    {
      id: "bar",
      name: t().ofFairShare,
      head: () => <BarHead />,
      cell: (line) => <Bar line={line} largest={largest} />,
      as: "words",
      width: 180,
      spare: 3,
      onPhone: true,
    },
  ];
}

function giftColumns({ currency, actions }: ColumnsOf): readonly LedgerColumn<Line>[] {
  return [
    {
      id: "suggested",
      name: t().suggested,
      unit: currency,
      cell: (line) => <span class="fund-second">{amountFigure(line.suggested)}</span>,
      as: "figures",
      width: 80,
      spare: 6,
    },
    {
      id: "final",
      name: t().final,
      unit: currency,
      cell: (line) =>
        actions === null ? (
          <span class="strong">{giftFigure(line.final)}</span>
        ) : (
          <FinalField line={line} actions={actions} />
        ),
      as: "figures",
      width: 100,
      onPhone: true,
    },
    {
      id: "lock",
      name: t().lock,
      head: () => <span class="said">{t().lock}</span>,
      cell: (line) => <Lock line={line} actions={actions} />,
      as: "words",
      width: 40,
    },
  ];
}

function payeeColumns({ actions }: ColumnsOf): readonly LedgerColumn<Line>[] {
  return [
    {
      id: "paid",
      name: t().paidThrough,
      cell: (line) => <Paid line={line} actions={actions} />,
      as: "words",
      width: 142,
      spare: 2,
    },
    { id: "as", name: t().as, cell: (line) => <As payee={line.payee} />, as: "words", width: 76, spare: 7 },
  ];
}

function BarHead() {
  return (
    <>
      {t().ofFairShare}
      <span class="fund-keys">
        <i class="fund-key fund-key-given" />
        {t().keyGiven} <i class="fund-key fund-key-locked" />
        {t().keyLocked} <i class="fund-key fund-key-proposed" />
        {t().keyProposed}
      </span>
    </>
  );
}

function Bar(props: { readonly line: Line; readonly largest: number }) {
  const share = () => (props.line.fairShare === null ? null : Number(props.line.fairShare));
  const parts = () => [
    { hardness: "given" as const, amount: Math.max(0, Number(props.line.given ?? 0)) },
    {
      hardness: props.line.locked === null ? ("proposed" as const) : ("locked" as const),
      amount: Number(props.line.final),
    },
  ];
  return (
    <PromiseBar
      parts={parts()}
      whole={share()}
      end={props.largest}
      label={t().barLabel(
        amountFigure(props.line.given ?? "0"),
        amountFigure(props.line.final),
        amountFigure(props.line.fairShare ?? "0"),
      )}
    />
  );
}

/**
 * What is written here is locked; an emptied field follows the gap again. Escape brings back what was, arrows lead to
 * the field above or below.
 */
function FinalField(props: { readonly line: Line; readonly actions: LineActions }) {
  let field!: HTMLInputElement;
  let typing = false;
  const shown = () => giftFigure(amountOf(props.line));
  // What somebody is writing stays, whatever comes from the server meanwhile.
  createEffect(() => {
    const figure = shown();
    if (!typing) field.value = figure;
  });
  const settle = async () => {
    const typed = field.value.trim();
    typing = false;
    if (typed === shown()) return;
    const amount = readTypedAmount(typed, language());
    if (typed === "" && props.line.locked !== null) await props.actions.giveFree(props.line);
    else if (amount === null) showToast({ said: t().notAnAmount });
    else await props.actions.lockAt(props.line, amount);
    field.value = shown();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      typing = false;
      field.value = shown();
    } else if (event.key === "Enter" || event.key === "ArrowDown") go("nextElementSibling");
    else if (event.key === "ArrowUp") go("previousElementSibling");
    else return;
    event.preventDefault();
  };
  // Leaving the field settles what was written into it.
  const go = (way: "nextElementSibling" | "previousElementSibling") => {
    const other = field.closest("tr")?.[way]?.querySelector<HTMLInputElement>(".fund-final");
    if (other instanceof HTMLInputElement) {
      other.focus();
      other.select();
    } else field.blur();
  };
  return (
    <input
      ref={(element) => {
        field = element;
        element.addEventListener("keydown", onKeyDown);
      }}
      class="fund-final"
      classList={{ "fund-nothing": Number(props.line.final) === 0 }}
      inputMode="decimal"
      autocomplete="off"
      aria-label={t().finalOf(props.line.name)}
      onInput={() => (typing = true)}
      onFocus={() => field.select()}
      onBlur={() => void settle()}
    />
  );
}

function Lock(props: { readonly line: Line; readonly actions: LineActions | null }) {
  const isLocked = () => props.line.locked !== null;
  return (
    <Show
      when={props.actions}
      fallback={
        <Show when={isLocked()}>
          <Icon name="lock" size="small" />
          <span class="said">{t().reasons.locked}</span>
        </Show>
      }
    >
      {(actions) => (
        <button
          type="button"
          class="fund-lock"
          classList={{ "fund-locked": isLocked() }}
          aria-label={(isLocked() ? t().unlockLine : t().lockLine)(props.line.name)}
          onClick={() => void actions().toggleLock(props.line)}
        >
          <Icon name={isLocked() ? "lock" : "unlock"} size="small" />
        </button>
      )}
    </Show>
  );
}

/** Who is paid; where our files name several ways, one is chosen. */
function Paid(props: { readonly line: Line; readonly actions: LineActions | null }) {
  const choice = () => (props.line.ways.length > 1 ? props.actions : null);
  return (
    <Show when={props.line.payee} fallback={<NobodyPaid line={props.line} actions={props.actions} />}>
      {(payee) => (
        <Show when={choice()} fallback={<span>{wayWords(payee())}</span>}>
          {(actions) => (
            <Menu
              class="fund-payee"
              label={`${t().payeeOf(props.line.name)}: ${wayWords(payee())}`}
              entries={wayEntries(props.line, actions(), payee().url)}
            >
              <span class="fund-payee-name">{wayWords(payee())}</span>
            </Menu>
          )}
        </Show>
      )}
    </Show>
  );
}

/** No file names a way, or none names the one that was chosen; then another one is chosen, and nobody is paid until it is. */
function NobodyPaid(props: { readonly line: Line; readonly actions: LineActions | null }) {
  const choice = () => (props.line.ways.length > 0 ? props.actions : null);
  return (
    <Show
      when={props.line.payeeGone}
      fallback={
        <span class="unknown">
          {t().noneFound}
          <span class="said">{` ${t().inOurFiles}`}</span>
        </span>
      }
    >
      {(gone) => (
        <Show when={choice()} fallback={<span class="unknown">{t().payeeGone(hostOf(gone()))}</span>}>
          {(actions) => (
            <Menu
              class="fund-payee"
              label={`${t().payeeOf(props.line.name)}: ${t().payeeGone(hostOf(gone()))}`}
              entries={wayEntries(props.line, actions(), null)}
            >
              <span class="fund-payee-name">{t().choosePayee}</span>
            </Menu>
          )}
        </Show>
      )}
    </Show>
  );
}

/** The ways that our files name; `chosen` is the address of the one that is paid. */
function wayEntries(line: Line, actions: LineActions, chosen: string | null) {
  return line.ways.map((way) => ({
    name: `${platformName(way.platform)} ${way.handle ?? hostOf(way.url)}`,
    checked: way.url === chosen,
    onChoose: () => void actions.pay(line, way),
  }));
}

function wayWords({ platform, url, handle }: Payee): string {
  return handle === null ? hostOf(url) : platformName(platform);
}

/** A page without an account of its own, by its address without what every address has. */
export function hostOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/$/, "")}`;
}

/** How it is paid: in the file for GitHub, or at its page. */
export function As(props: { readonly payee: Payee | null }) {
  return (
    <Show when={props.payee} fallback={<span class="fund-second">{t().askFirstWord}</span>}>
      {(payee) => (
        <Show when={payee().as === "link"} fallback={<span class="fund-second">{t().asWords.csv}</span>}>
          <a class="link" href={payee().url} rel="noreferrer noopener" target="_blank">
            {t().asWords.link}
          </a>
        </Show>
      )}
    </Show>
  );
}

/** Only where it differs from the rule, which is the gap's part of the budget. */
function reasonWords(line: Line): string {
  if (line.leftOut !== null) return line.leftOut;
  if (line.paid !== undefined && line.locked !== null)
    return t().paidOf(giftFigure(line.paid), giftFigure(line.locked));
  if (line.locked === null && line.gap === null) return t().gapUnknown;
  return t().reasons[line.reason];
}
