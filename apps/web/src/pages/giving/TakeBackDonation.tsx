import type { Donation } from "@headwater/contract/donations";
import { Button, Dialog, Field, showToast } from "@headwater/ui/components";
import { money } from "@headwater/ui/format";
import { createSignal, createUniqueId } from "solid-js";
import { Refusal, server } from "../../server.ts";
import { timeChanged } from "../log/queries.ts";
import { againOf } from "./donation-draft.ts";
import { t } from "./texts.ts";

/** Asks why; the row stays and another one takes it back. Undone, the donation is recorded again. */
export function TakeBackDonation(props: { readonly row: Donation; readonly onClose: () => void }) {
  const form = createUniqueId();
  const [reason, setReason] = createSignal("");
  const [problem, setProblem] = createSignal<string | undefined>();
  const what = () =>
    `${money({ amount: props.row.amount, currency: props.row.currency })}, ${props.row.payee ?? ""}`;
  const takeBack = async () => {
    if (reason().trim() === "") {
      setProblem(t().reasonNeeded);
      return;
    }
    try {
      await server.reverseDonation(props.row.id, reason().trim());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setProblem(error.message);
      return;
    }
    const again = againOf(props.row);
    showToast({
      said: t().tookBack(what()),
      ...(again === null
        ? {}
        : {
            undo: async () => {
              await server.recordDonation(again);
              await timeChanged();
            },
          }),
    });
    props.onClose();
    await timeChanged();
  };
  return (
    <Dialog
      open
      title={t().takeBackTitle}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button type="submit" form={form} kind="destructive">
            {t().takeItBack}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void takeBack();
        }}
      >
        <p class="note">{t().takeBackNote(what())}</p>
        <Field
          label={t().reason}
          help={t().reasonHelp}
          error={problem()}
          maxLength={500}
          value={reason()}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
