import { For, type JSX, Show } from "solid-js";
import { percent, unknownReason } from "../format/index.ts";
import "./confidence.css";
import { Unknown } from "./Unknown.tsx";
import { words } from "./words.ts";

/** One measure of how much of the picture we see: a share of 0 to 1, or unknown with its reason. */
export interface Confidence {
  readonly name: string;
  readonly share: number | null;
  readonly reason?: string | undefined;
  /** What would raise it, most often a link; only a low measure has one. */
  readonly action: JSX.Element | undefined;
}

/** How complete the data is. The tick of each line stands at 60 %. */
export function ConfidenceStrip(props: { readonly measures: readonly Confidence[] }) {
  const actions = () => props.measures.map(({ action }) => action).filter((action) => action !== undefined);
  return (
    <div class="confidence" role="group" aria-label={words().howComplete}>
      <div class="confidence-measures">
        <div class="confidence-title">{words().confidence}</div>
        <For each={props.measures}>
          {(measure) => (
            <div classList={{ "confidence-low": measure.action !== undefined }}>
              <div class="confidence-measure">
                <span>{measure.name}</span>
                <Show
                  when={measure.share !== null}
                  fallback={<Unknown short reason={unknownReason(measure.reason)} />}
                >
                  <b>{percent(measure.share ?? 0)}</b>
                </Show>
              </div>
              <svg class="confidence-line" aria-hidden="true">
                <rect class="confidence-track" x="0" y="2" width="100%" height="3" />
                <rect
                  class="confidence-fill"
                  x="0"
                  y="2"
                  width={`${(measure.share ?? 0) * 100}%`}
                  height="3"
                />
                <rect class="confidence-tick" x="60%" y="0" width="1" height="7" />
              </svg>
            </div>
          )}
        </For>
      </div>
      <Show when={actions().length > 0}>
        <ul class="confidence-actions">
          <For each={actions()}>{(action) => <li>{action}</li>}</For>
        </ul>
      </Show>
    </div>
  );
}
