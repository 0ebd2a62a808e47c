import type { RecentWork } from "@headwater/contract/contributions";
import { duration } from "@headwater/ui/format";
import { For } from "solid-js";
import { dayInWords, kindName, t } from "./texts.ts";

interface AgainProps {
  readonly works: readonly RecentWork[];
  readonly today: string;
  readonly onChoose: (work: RecentWork) => void;
}

/** What the writer does again and again; its number brings it into the line. */
export function Again(props: AgainProps) {
  return (
    <section class="again" aria-labelledby="again-title">
      <h2 id="again-title">{t().again}</h2>
      <ol class="again-rows">
        <For each={props.works}>
          {(work, index) => (
            <li>
              <button type="button" class="again-row" onClick={() => props.onChoose(work)}>
                <span class="again-what">
                  <span class="strong again-kind">{kindName()[work.kind]}</span>{" "}
                  <span class="code">{work.projectName}</span>
                </span>
                <span class="again-minutes">{duration(work.usualMinutes)}</span>
                <span class="again-when byline">
                  {`${t().last(dayInWords(work.lastDay, props.today))} · ${t().times(work.rows)}`}
                </span>
                <kbd aria-hidden="true">{index() + 1}</kbd>
              </button>
            </li>
          )}
        </For>
      </ol>
      <p class="note again-note">{t().againNote}</p>
    </section>
  );
}
