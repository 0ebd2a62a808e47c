import { Button, Dialog } from "@headwater/ui/components";
import { createUniqueId, type JSX, Show } from "solid-js";
import { t } from "./texts.ts";

interface FormDialogProps {
  readonly title: string;
  /** What the primary button does. */
  readonly does: string;
  readonly busy: boolean;
  /** What was refused and names no field. */
  readonly refused: string | undefined;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: JSX.Element;
  /** It cannot be taken back: the button is red text and never the one that Enter takes by itself. */
  readonly forGood?: boolean;
}

/** A few fields and one button; Enter in a field submits. */
export function FormDialog(props: FormDialogProps) {
  const id = createUniqueId();
  return (
    <Dialog
      open
      title={props.title}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button
            kind={props.forGood === true ? "destructive" : "primary"}
            type="submit"
            form={id}
            disabled={props.busy}
          >
            {props.does}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        class="settings-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {props.children}
        <Show when={props.refused}>
          {(why) => (
            <p class="note red" role="alert">
              {why()}
            </p>
          )}
        </Show>
      </form>
    </Dialog>
  );
}
