import { Button, Dialog } from "@headwater/ui/components";
import { createSignal } from "solid-js";
import { t } from "./texts.ts";

interface SecretProps {
  readonly title: string;
  readonly sentence: string;
  readonly value: string;
  readonly done: string;
  readonly onClose: () => void;
}

/** Shown this once, with a way to take it along. */
export function Secret(props: SecretProps) {
  const [copied, setCopied] = createSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(props.value);
    setCopied(true);
  };
  return (
    <Dialog
      open
      title={props.title}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button kind="primary" onClick={() => void copy()}>
            {copied() ? t().people.copied : t().people.copy}
          </Button>
          <Button onClick={() => props.onClose()}>{props.done}</Button>
        </>
      }
    >
      <p>{props.sentence}</p>
      <p class="settings-secret">{props.value}</p>
    </Dialog>
  );
}
