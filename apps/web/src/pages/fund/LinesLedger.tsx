import { type FootRow, Icon, Ledger, NoMatch } from "@headwater/ui/components";
import { amountFigure } from "@headwater/ui/format";
import { useNavigate, useRouter } from "@tanstack/solid-router";
import { createMemo, createSignal, Show } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import { projectAddress } from "../project/address.ts";
import { platformName } from "../projects/texts.ts";
import { amountOf, decideLine, moveTo } from "./decisions.ts";
import { lineColumns, type LineActions } from "./line-columns.tsx";
import type { Line, Plan, Round } from "./queries.ts";
import { LeaveOut } from "./RoundDialogs.tsx";
import { whyHere } from "./why-here.ts";
import { t } from "./texts.ts";
import { giftFigure, tenPercent } from "./typed-gift.ts";

interface LinesLedgerProps {
  readonly round: Round;
  readonly plan: Plan;
  readonly lines: readonly Line[];
  readonly q: string;
  readonly asking: boolean;
  readonly mayPlan: boolean;
  readonly onFind: (q: string) => void;
  readonly onMore: () => void;
}

/** The lines by their gaps, each with what it gets, whether that is decided, and why. */
export function LinesLedger(props: LinesLedgerProps) {
  const navigate = useNavigate();
  const router = useRouter();
  const [leaving, setLeaving] = createSignal<Line | null>(null);
  const actions = createActions(props, setLeaving);
  // Other columns draw every cell anew, also the one that is being typed into: a new plan must not make them by itself.
  const currency = createMemo(() => props.plan.currency);
  const largest = createMemo(() => Number(props.plan.largestFairShare ?? 0));
  const may = createMemo(() => props.mayPlan);
  const columns = createMemo(() =>
    lineColumns({ currency: currency(), largest: largest(), actions: may() ? actions : null }),
  );
  useKeys(() => (props.mayPlan ? lineKeys() : lineKeys().slice(0, 2)));
  const address = (line: Line) => projectAddress(line.project);
  return (
    <div class="fund-lines">
      <Find q={props.q} onFind={(q) => props.onFind(q)} />
      <Show
        when={props.lines.length > 0 || props.q === ""}
        fallback={
          <NoMatch title={t().noLine} sentence={t().noLineSentence} onClear={() => props.onFind("")} />
        }
      >
        <Ledger
          label={t().lines}
          columns={columns()}
          rows={props.lines}
          keyOf={(line) => line.id}
          dimmed={props.asking}
          onOpen={(line) => void navigate(address(line))}
          addressOf={(line) => router.buildLocation(address(line)).href}
          remark={(line) => (line.provisional ? t().provisional : "")}
          phoneLine={(line) => phoneWords(line)}
          onKey={(key, line) => {
            if (key.toLowerCase() !== "w") return onLineKey(key, line, props.mayPlan ? actions : null);
            void navigate(whyHere(props.plan, { number: "gap", project: line.project }));
            return true;
          }}
          foot={footOf(props.plan, props.q, props.onMore)}
        />
      </Show>
      <Show when={leaving()}>
        {(line) => (
          <LeaveOut
            project={line().name}
            onClose={() => setLeaving(null)}
            onLeaveOut={(reason) => {
              void decideLine(props.round, line(), { leftOut: reason }, t().saidLeftOut(line().name));
              setLeaving(null);
            }}
          />
        )}
      </Show>
    </div>
  );
}

function createActions(props: LinesLedgerProps, onLeave: (line: Line) => void): LineActions {
  const lockAt = (line: Line, amount: string) =>
    decideLine(
      props.round,
      line,
      { locked: amount },
      t().saidLocked(line.name, `${props.plan.currency} ${giftFigure(amount)}`),
    );
  const giveFree = (line: Line) =>
    decideLine(props.round, line, { locked: null }, t().saidUnlocked(line.name));
  return {
    lockAt,
    toggleLock: (line) => (line.locked === null ? lockAt(line, line.final) : giveFree(line)),
    move: (line, direction) => {
      const amount = tenPercent(amountOf(line), props.plan.step, direction);
      moveTo(line, amount, () => lockAt(line, amount));
    },
    giveFree,
    leaveOut: (line) => {
      if (line.leftOut === null) onLeave(line);
      else void decideLine(props.round, line, { leftOut: null }, t().saidTakenIn(line.name));
    },
    pay: (line, payee) =>
      decideLine(
        props.round,
        line,
        { payee: payee.url },
        t().saidPayee(line.name, payee.handle ?? platformName(payee.platform)),
      ),
  };
}

/** What the keys of a row do; true where the key was used. */
function onLineKey(key: string, line: Line, actions: LineActions | null): boolean {
  const step = { j: "ArrowDown", k: "ArrowUp" }[key.toLowerCase()];
  if (step !== undefined) {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: step, bubbles: true }));
    return true;
  }
  if (actions === null) return false;
  if (key.toLowerCase() === "l") void actions.toggleLock(line);
  else if (key === "+" || key === "=") actions.move(line, 1);
  else if (key === "-" || key === "−") actions.move(line, -1);
  else if (key.toLowerCase() === "x") actions.leaveOut(line);
  else if (key.toLowerCase() === "e") fieldOfRow()?.select();
  else if (/^\d$/.test(key)) writeInto(fieldOfRow(), key);
  else return false;
  return true;
}

/** Where the focus is in no row, the keys lead to the rows first, so that nothing is decided on a line that nobody looks at. */
function lineKeys() {
  const run = () => document.querySelector<HTMLElement>('.fund-lines .ledger-open[tabindex="0"]')?.focus();
  const keys = t().keys;
  return [
    { key: "j", does: keys.next, run, onLine: true },
    { key: "k", does: keys.previous, run },
    { key: "l", does: keys.lock, run, onLine: true },
    { key: "+", does: keys.more, run },
    { key: "-", does: keys.less, run },
    { key: "x", does: keys.leaveOut, run, onLine: true },
    { key: "e", does: keys.edit, run, onLine: true },
  ];
}

function fieldOfRow(): HTMLInputElement | null {
  return document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>(".fund-final") ?? null;
}

function writeInto(field: HTMLInputElement | null, digit: string): void {
  if (field === null) return;
  field.focus();
  field.value = digit;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function Find(props: { readonly q: string; readonly onFind: (q: string) => void }) {
  let field!: HTMLInputElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  useKeys(() => [
    { key: "/", does: t().keys.find, run: () => field.focus() },
    ...(props.q === "" ? [] : [{ key: "Escape", does: t().keys.all, run: () => props.onFind("") }]),
  ]);
  return (
    <label class="fund-find not-printed">
      <Icon name="search" size="small" />
      <input
        ref={(element) => {
          field = element;
        }}
        type="search"
        aria-label={t().filterLabel}
        placeholder={t().filter}
        value={props.q}
        onInput={(event) => {
          const { value } = event.currentTarget;
          clearTimeout(timer);
          timer = setTimeout(() => props.onFind(value), 150);
        }}
      />
    </label>
  );
}

function phoneWords(line: Line): string {
  const parts = [
    ...(line.gap === null ? [t().gapUnknown] : [t().phoneLine(amountFigure(line.gap))]),
    line.payee === null ? t().askFirstWord : platformName(line.payee.platform),
    ...(line.locked === null ? [] : [t().reasons.locked]),
  ];
  return parts.join(" · ");
}

/** Those that are not here, and the sum of all. */
function footOf(plan: Plan, q: string, onMore: () => void): readonly FootRow[] {
  return [
    ...(plan.more === 0
      ? []
      : [
          {
            as: "tail" as const,
            name: (
              <>
                {t().others(plan.more)}{" "}
                <button type="button" class="link fund-more not-printed" onClick={onMore}>
                  {t().showMore}
                </button>
              </>
            ),
            cell: (column: string) => (column === "reason" ? t().othersWhy : ""),
          },
        ]),
    ...(q === ""
      ? [
          {
            as: "total" as const,
            name: t().allocated,
            cell: (column: string) =>
              column === "final" ? <span class="fund-sum">{amountFigure(plan.allocated)}</span> : "",
          },
        ]
      : []),
  ];
}
