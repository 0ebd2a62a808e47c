import {
  Button,
  ConfidenceStrip,
  Empty,
  Failure,
  FileDrop,
  Loading,
  NoMatch,
  Progress,
  SectionHead,
  showToast,
} from "@headwater/ui/components";
import { createSignal, Show } from "solid-js";
import { t } from "./texts.ts";

/** Nothing yet, nothing that matches, not there yet, and what went wrong. */
export function StatesExample() {
  const [filtered, setFiltered] = createSignal(true);
  const [failed, setFailed] = createSignal(true);
  return (
    <>
      <section>
        <SectionHead title={t().states} />
        <div class="dev-empty">
          <Empty title={t().nothingYet} sentence={t().nothingYetSentence}>
            <Button kind="primary">{t().chooseFile}</Button>
            <Button kind="quiet">{t().loadDemo}</Button>
          </Empty>
        </div>
        <Show when={filtered()}>
          <NoMatch
            title={t().noMatch}
            sentence={t().noMatchSentence}
            onClear={() => {
              setFiltered(false);
              showToast({ said: t().filtersCleared, undo: async () => void setFiltered(true) });
            }}
          />
        </Show>
        <Show when={failed()}>
          <Failure title={t().notRead} onRetry={() => setFailed(false)}>
            {t().notReadSentence}
          </Failure>
        </Show>
      </section>
      <section>
        <SectionHead title={t().loading} />
        <Loading lines={3} />
        <Progress label={t().sending} share={0.62} />
        <p class="byline">{t().sending}</p>
        <Progress label={t().reading} share={null} />
        <p class="byline">{t().reading}</p>
      </section>
    </>
  );
}

export function FilesExample() {
  return (
    <FileDrop
      title={t().dropFiles}
      sentence={t().dropSentence}
      onFiles={(files) => showToast({ said: t().dropped(files.length) })}
    />
  );
}

const seen = { share: 0.981, action: undefined };

export function ConfidenceExample() {
  const complete = () => [
    { share: 0.875, action: undefined },
    seen,
    { share: 0, action: undefined },
    { share: null, reason: "no-hours", action: undefined },
    { share: 0.54, action: t().linkIdentities },
  ];
  return (
    <section>
      <SectionHead title={t().confidence}>{t().confidenceNote}</SectionHead>
      <ConfidenceStrip
        measures={t().measures.map((name, place) => ({ ...(complete()[place] ?? seen), name }))}
      />
      <p class="dev-verdict dev-partial">
        {t().partial} <span class="dev-partial-why">{t().partialWhy}</span>
      </p>
    </section>
  );
}
