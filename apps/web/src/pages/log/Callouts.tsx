import { createEffect, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import type { Chip } from "./chips.ts";
import { t } from "./texts.ts";

interface CalloutsProps {
  readonly chips: readonly Chip[];
  /** The words of the line as they stand. */
  readonly words: readonly HTMLElement[];
}

/** One bracket under its words and the way from it to its chip, in pixels of the room between. */
interface Way {
  readonly bracket: string;
  readonly lead: string;
  readonly certainty: Chip["certainty"];
}

/** Room between the rule and the chips; the ways share it, each on its own height. */
const ROOM = 30;
const BRACKET = 5;

/** What was understood, beneath the line; each thing is joined to its words. */
export function Callouts(props: CalloutsProps) {
  const [ways, setWays] = createSignal<readonly Way[]>([]);
  let room!: HTMLDivElement;
  let list!: HTMLUListElement;
  const measure = () => setWays(waysOf(props.chips, props.words, room, list));
  createEffect(
    on([() => props.chips, () => props.words], () => {
      queueMicrotask(measure);
    }),
  );
  onMount(() => {
    const observer = new ResizeObserver(measure);
    observer.observe(room);
    // The letters may arrive after the first measure.
    void document.fonts.ready.then(measure);
    onCleanup(() => observer.disconnect());
  });
  return (
    <div class="callouts" ref={(element) => (room = element)}>
      <svg class="callout-ways" height={ROOM} aria-hidden="true">
        <For each={ways()}>
          {(way) => (
            <g classList={{ "callout-doubtful": way.certainty === "doubtful" }}>
              <path d={way.bracket} />
              <path d={way.lead} />
            </g>
          )}
        </For>
      </svg>
      <ul class="callout-list" ref={(element) => (list = element)}>
        <For each={props.chips}>
          {(chip) => (
            <li class="callout" classList={{ "callout-guessed": chip.certainty === "doubtful" }}>
              <span class="said">{`${t().field[chip.field]}: `}</span>
              <span class="callout-value" classList={{ "callout-name": chip.field === "project" }}>
                {chip.value}
              </span>
              <Show when={chip.note}>{(note) => <span class="callout-note">{note()}</span>}</Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

function waysOf(
  chips: readonly Chip[],
  words: readonly HTMLElement[],
  room: HTMLElement,
  list: HTMLElement,
): readonly Way[] {
  const origin = room.getBoundingClientRect().left;
  const joined = chips.flatMap((chip, index) => {
    const item = list.children[index];
    const place = placeOf(words, chip);
    if (item === undefined || place === null) return [];
    const box = item.getBoundingClientRect();
    // A chip that has wrapped to the next row is not led to: the way would cross the row above.
    if (box.top > list.getBoundingClientRect().top + 4) return [];
    return [
      {
        chip,
        left: place.left - origin,
        right: place.right - origin,
        to: box.left - origin + Math.min(22, box.width / 2),
      },
    ];
  });
  return joined.map(({ chip, left, right, to }, index) => {
    const middle = (left + right) / 2;
    // Ways to the right give way to those after them, ways to the left to those before: so none crosses another.
    const rank = to > middle ? joined.length - index : index + 1;
    const turn = BRACKET + (rank * (ROOM - BRACKET - 4)) / (joined.length + 1);
    return {
      bracket: `M${left + 0.5} 0V${BRACKET}H${right - 0.5}V0`,
      lead: `M${middle} ${BRACKET}V${turn}H${to}V${ROOM}`,
      certainty: chip.certainty,
    };
  });
}

function placeOf(words: readonly HTMLElement[], chip: Chip): { left: number; right: number } | null {
  const { from, to } = chip;
  if (from === null || to === null) return null;
  const own = words.filter((word) => {
    const start = Number(word.dataset["start"]);
    return start >= from && start < to && word.isConnected && word.dataset["meaning"] !== "space";
  });
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { left: first.getBoundingClientRect().left, right: last.getBoundingClientRect().right };
}
