import { Dialog } from "@headwater/ui/components";
import { useParams } from "@tanstack/solid-router";
import { slugOfAddress } from "../project/address.ts";
import { createEntry } from "./entry.ts";
import { LogForm } from "./LogForm.tsx";
import { t } from "./texts.ts";

/** The line over whatever page is open. With the entry it goes, and one is back where one was. */
export function LogDialog(props: { readonly onClose: () => void }) {
  const entry = createEntry();
  const params = useParams({ strict: false });
  const { host, _splat } = params();
  // On the page of a project it is most likely this one that was worked for; the caret stands before it.
  const about = host === undefined ? "" : ` ${slugOfAddress({ host, _splat })}`;
  entry.setText(about);
  return (
    <Dialog open width="wide" title={t().title} onClose={() => props.onClose()}>
      <LogForm
        entry={entry}
        onLogged={() => props.onClose()}
        input={(element) => queueMicrotask(() => element.setSelectionRange(0, 0))}
      />
    </Dialog>
  );
}
