import { Button, Dialog, Field, showToast } from "@headwater/ui/components";
import { language } from "@headwater/ui/format";
import { createSignal, createUniqueId, Show, untrack } from "solid-js";
import { api, asked, Refusal } from "../../server.ts";
import { readTypedAmount } from "../giving/typed-amount.ts";
import { leftBy, refusalWords, versionOf } from "./decisions.ts";
import { type Round, roundChanged } from "./queries.ts";
import { problemOf, type RoundDraft, RoundFields, draftOf } from "./RoundFields.tsx";
import { t } from "./texts.ts";

/** Name, budget and settings of a round that there is. */
export function ChangeRound(props: { readonly round: Round; readonly onClose: () => void }) {
  const form = createUniqueId();
  // What is typed begins with the round as it was when the dialog was opened.
  const [draft, setDraft] = createSignal<RoundDraft>(untrack(() => draftOf(props.round)));
  const [refused, setRefused] = createSignal<unknown>(null);
  const save = async () => {
    const { name, period, ...typed } = draft();
    const amount = (text: string) => readTypedAmount(text, language()) ?? text;
    try {
      const changed = await asked(
        api.rounds.change.mutate({
          id: props.round.id,
          version: versionOf(props.round),
          name,
          period,
          budget: amount(typed.budget),
          floor: amount(typed.floor),
          cap: typed.cap.trim() === "" ? null : amount(typed.cap),
          step: amount(typed.step),
        }),
      );
      leftBy(changed);
      const before = props.round;
      showToast({ said: t().saidChanged, undo: () => changeBack(before) });
      props.onClose();
    } catch (error) {
      setRefused(error);
    }
    await roundChanged();
  };
  return (
    <Dialog
      open
      title={t().changeTitle}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button kind="primary" type="submit" form={form}>
            {t().save}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        class="fund-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <RoundFields
          draft={draft()}
          currency={props.round.currency}
          named
          problem={(field) => problemOf(refused(), field)}
          onChange={(part) => {
            setDraft((before) => ({ ...before, ...part }));
            setRefused(null);
          }}
        />
      </form>
      <Show when={refused() !== null && !namesField(refused()) ? refused() : null}>
        {(error) => (
          <p class="note red" role="alert">
            {refusalWords(error())}
          </p>
        )}
      </Show>
    </Dialog>
  );
}

/** Name, budget and settings as they were; what was decided on lines meanwhile stays. */
async function changeBack(before: Round): Promise<void> {
  const { id, name, period, budget, floor, cap, step } = before;
  const { items } = await asked(api.rounds.list.query({ limit: 100 }));
  const version = items.find((round) => round.id === id)?.version ?? before.version;
  leftBy(await asked(api.rounds.change.mutate({ id, version, name, period, budget, floor, cap, step })));
  await roundChanged();
}

function namesField(error: unknown): boolean {
  return (
    error instanceof Refusal && error.problem.code === "bad-field" && (error.problem.errors?.length ?? 0) > 0
  );
}

interface LeaveOutProps {
  readonly project: string;
  readonly onLeaveOut: (reason: string) => void;
  readonly onClose: () => void;
}

/** A line is left out for a reason, which stands beside it. */
export function LeaveOut(props: LeaveOutProps) {
  const form = createUniqueId();
  const [reason, setReason] = createSignal("");
  return (
    <Dialog
      open
      title={t().leaveOutTitle(props.project)}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button kind="primary" type="submit" form={form}>
            {t().doLeaveOut}
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
          if (reason().trim() !== "") props.onLeaveOut(reason().trim());
        }}
      >
        <Field
          autofocus
          required
          label={t().leaveOutReason}
          help={t().leaveOutHelp}
          maxLength={300}
          autocomplete="off"
          value={reason()}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}

interface ConfirmRemovalProps {
  readonly round: Round;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

export function ConfirmRemoval(props: ConfirmRemovalProps) {
  return (
    <Dialog
      open
      title={t().removeTitle}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button kind="destructive" onClick={() => props.onRemove()}>
            {t().doRemove}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <p>{t().removeSentence(props.round.name)}</p>
    </Dialog>
  );
}
