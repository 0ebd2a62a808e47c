import { Dialog } from "@headwater/ui/components";
import { createEntry } from "./entry.ts";
import { LogForm } from "./LogForm.tsx";
import { t } from "./texts.ts";

/** The line over whatever page is open. With the entry it goes, and one is back where one was. */
export function LogDialog(props: { readonly onClose: () => void }) {
  const entry = createEntry();
  return (
    <Dialog open width="wide" title={t().title} onClose={() => props.onClose()}>
      <LogForm entry={entry} onLogged={() => props.onClose()} />
    </Dialog>
  );
}
