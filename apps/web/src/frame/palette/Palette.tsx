import { Icon, Kbd } from "@headwater/ui/components";
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { useNavigate } from "@tanstack/solid-router";
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import { projectAddress } from "../../pages/project/address.ts";
import { searchQuery, summaryQuery } from "../../queries.ts";
import { KeyNames } from "../KeyNames.tsx";
import { useScope } from "../scope.ts";
import { usePeriodContext, usePeriodSteps } from "../ScopeChips.tsx";
import { t } from "./words.ts";
import { useActs } from "./acts.ts";
import {
  foundLines,
  type Group,
  type Line,
  matching,
  projectNumbers,
  summaryNumbers,
  typedPeriod,
} from "./lines.ts";
import "./palette.css";
import { dataOf } from "../data-of.ts";

const groups: readonly Group[] = ["goTo", "do", "numbers"];

/** How many lines of a kind are shown among the others; alone it may have all. */
const AMONG_OTHERS = 6;

/** The server is asked when the fingers rest. */
const REST_MS = 120;

/** Find or do: one line that goes anywhere, does what can be done from anywhere, and answers with figures. */
export function Palette(props: { readonly onClose: () => void }) {
  let dialog!: HTMLDialogElement;
  const [sought, setSought] = createSignal("");
  const [only, setOnly] = createSignal<Group | null>(null);
  const [at, setAt] = createSignal(0);
  const { lines, failed } = useLines(sought);
  const shown = createMemo(() => {
    const kinds = only() === null ? groups : groups.filter((group) => group === only());
    return kinds.flatMap((group) => {
      const all = lines().filter((line) => line.group === group);
      return only() === null ? all.slice(0, AMONG_OTHERS) : all;
    });
  });
  createEffect(on([sought, only], () => setAt(0)));
  onMount(() => dialog.showModal());
  onCleanup(() => dialog.close());

  const take = (line: Line | undefined) => {
    if (line === undefined) return;
    props.onClose();
    line.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const many = shown().length;
    if (step !== 0 && many > 0) setAt((now) => (Math.min(now, many - 1) + step + many) % many);
    else if (event.key === "Enter") take(shown()[at()]);
    else if (event.key === "Tab") setOnly(nextKind(only(), event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      class="palette"
      aria-label={t().title}
      ref={(element) => {
        dialog = element;
        element.addEventListener("close", () => props.onClose());
        element.addEventListener("click", ({ target }) => {
          if (target === element) props.onClose();
        });
      }}
    >
      <div class="palette-sheet">
        <div class="palette-line">
          <Icon name="search" />
          <input
            class="palette-input"
            role="combobox"
            aria-label={t().input}
            aria-expanded="true"
            aria-controls="palette-lines"
            aria-autocomplete="list"
            aria-activedescendant={shown().length === 0 ? undefined : `palette-${at()}`}
            autocomplete="off"
            spellcheck={false}
            autofocus
            value={sought()}
            onInput={(event) => setSought(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <span class="palette-kind">{kindWords(only())}</span>
        </div>
        <Lines lines={shown()} at={at()} sought={sought()} onTake={take} />
        <Foot failed={failed()} lines={shown().length} />
      </div>
    </dialog>
  );
}

function Foot(props: { readonly failed: boolean; readonly lines: number }) {
  return (
    <div class="palette-foot">
      <span class="palette-keys">
        <Kbd keys="↑" /> <Kbd keys="↓" /> {t().move}
      </span>
      <span class="palette-keys">
        <Kbd keys="Tab" /> {t().onlyThisKind}
      </span>
      <span class="palette-count" role="status">
        {props.failed ? t().unreachable : t().results(props.lines)}
      </span>
    </div>
  );
}

function nextKind(only: Group | null, step: 1 | -1): Group | null {
  const kinds = [null, ...groups];
  return kinds[(kinds.indexOf(only) + step + kinds.length) % kinds.length] ?? null;
}

function kindWords(only: Group | null): string {
  return only === null ? t().inEverything : t().onlyKind(t()[only]);
}

/** All lines that fit: those that this browser knows at once, the others when the server has answered. */
function useLines(sought: () => string) {
  const navigate = useNavigate();
  const acts = useActs();
  const scope = useScope();
  const context = usePeriodContext();
  const { choose } = usePeriodSteps();
  const rested = atRest(sought);
  const found = useQuery(() => ({
    ...searchQuery(rested(), scope().period),
    enabled: rested() !== "",
    placeholderData: keepPreviousData,
  }));
  const summary = useQuery(() => summaryQuery(scope()));
  const ways = {
    toProject: (slug: string, why?: string) =>
      void navigate({ ...projectAddress(slug), search: why === undefined ? {} : { why } }),
    toProduct: (slug: string) => void navigate({ to: "/products/$slug", params: { slug } }),
    toPeople: () => void navigate({ to: "/settings/$section", params: { section: "people" } }),
    toFigure: (why: string) => void navigate({ to: "/projects", search: { why } }),
  };
  const lines = () => {
    const text = sought().trim();
    const answer = text === "" ? undefined : dataOf(found);
    const company = dataOf(summary);
    const figures = company === undefined ? [] : summaryNumbers(company, ways);
    return [
      ...matching(acts(), text),
      ...(answer === undefined ? [] : foundLines(answer, ways)),
      ...typedPeriod(text, context(), choose),
      ...(answer === undefined ? [] : projectNumbers(answer, ways)),
      ...matching(figures, text),
    ];
  };
  return { lines, failed: () => sought().trim() !== "" && found.isError };
}

/** What was typed, once the fingers rest. */
function atRest(sought: () => string): () => string {
  const [rested, setRested] = createSignal("");
  createEffect(() => {
    const text = sought().trim();
    const timer = setTimeout(() => setRested(text), REST_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return rested;
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly at: number;
  readonly sought: string;
  readonly onTake: (line: Line) => void;
}

function Lines(props: LinesProps) {
  const inGroups = () =>
    groups
      .map((group) => ({
        group,
        lines: props.lines.flatMap((line, index) => (line.group === group ? [{ line, index }] : [])),
      }))
      .filter(({ lines }) => lines.length > 0);
  return (
    <div class="palette-lines" id="palette-lines" role="listbox" aria-label={t().title}>
      <For each={inGroups()} fallback={<p class="palette-nothing">{t().nothing(props.sought.trim())}</p>}>
        {({ group, lines }) => (
          <div class="palette-group" role="group" aria-label={t()[group]}>
            <div class="palette-group-name" aria-hidden="true">
              {t()[group]}
            </div>
            <For each={lines}>
              {({ line, index }) => (
                <Row
                  line={line}
                  index={index}
                  chosen={index === props.at}
                  sought={props.sought}
                  onTake={props.onTake}
                />
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  );
}

interface RowProps {
  readonly line: Line;
  readonly index: number;
  readonly chosen: boolean;
  readonly sought: string;
  readonly onTake: (line: Line) => void;
}

function Row(props: RowProps) {
  let row!: HTMLDivElement;
  createEffect(() => {
    if (props.chosen) row.scrollIntoView({ block: "nearest" });
  });
  return (
    <div
      ref={(element) => {
        row = element;
        // The keyboard stays in the line above; Enter there takes what is chosen.
        element.addEventListener("click", () => props.onTake(props.line));
      }}
      id={`palette-${props.index}`}
      class="palette-row"
      role="option"
      tabIndex={-1}
      aria-selected={props.chosen}
    >
      <span class="palette-name">
        <Matched text={props.line.name} part={props.sought.trim()} />
      </span>
      <span class="palette-detail">{props.line.detail}</span>
      <span class="palette-meaning">{props.line.meaning}</span>
      <Show
        when={props.chosen}
        fallback={
          <Show when={props.line.key}>
            {(key) => (
              <span class="palette-key" aria-hidden="true">
                <KeyNames of={key()} />
              </span>
            )}
          </Show>
        }
      >
        <span class="palette-key" aria-hidden="true">
          <Kbd keys="Enter" />
        </span>
      </Show>
    </div>
  );
}

/** The part that was typed has a petrol line under it. */
function Matched(props: { readonly text: string; readonly part: string }) {
  const from = () => props.text.toLowerCase().indexOf(props.part.toLowerCase());
  return (
    <Show when={props.part !== "" && from() >= 0} fallback={props.text}>
      {props.text.slice(0, from())}
      <span class="palette-match">{props.text.slice(from(), from() + props.part.length)}</span>
      {props.text.slice(from() + props.part.length)}
    </Show>
  );
}
