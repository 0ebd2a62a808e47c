import { Button, SectionHead, showToast } from "@headwater/ui/components";
import { createSignal } from "solid-js";
import { t } from "./texts.ts";

/** A toast appears at the bottom left; its undo really takes the entry back. */
export function ToastExample() {
  const [entries, setEntries] = createSignal(3);
  const log = () => {
    setEntries((rows) => rows + 1);
    showToast({
      said: t().logged,
      undo: async () => {
        setEntries((rows) => rows - 1);
      },
    });
  };
  const logForGood = () =>
    showToast({ said: t().logged, undo: () => Promise.reject(new Error(t().periodClosed)) });
  return (
    <section>
      <SectionHead title={t().toast} />
      <div class="dev-row">
        <Button onClick={log}>{t().logAnEntry}</Button>
        <Button kind="quiet" onClick={logForGood}>
          {t().refuse}
        </Button>
        <span class="byline">{t().entries(entries())}</span>
      </div>
    </section>
  );
}
