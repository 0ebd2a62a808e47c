import { Button } from "@headwater/ui/components";
import { For, Show } from "solid-js";
import { forget, waiting } from "./outbox.ts";
import { t } from "./words.ts";

/** How many entries wait to be sent, and those that the server would not have, with their reason. */
export function OutboxCount() {
  const open = () => waiting().filter(({ refused }) => refused === null).length;
  const refused = () => waiting().filter((entry) => entry.refused !== null);
  return (
    <div class="outbox" role="status">
      <Show when={open() > 0}>
        <span title={t().waitingWhy}>{t().waiting(open())}</span>
      </Show>
      <For each={refused()}>
        {(entry) => (
          <span class="outbox-refused">
            {t().refusedEntry(entry.refused ?? "")}
            <Button kind="quiet" size="small" onClick={() => void forget(entry.key)}>
              {t().discard}
            </Button>
          </span>
        )}
      </For>
    </div>
  );
}
