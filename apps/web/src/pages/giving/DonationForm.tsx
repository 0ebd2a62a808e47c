import { donationKinds, parseDonationKind } from "@headwater/domain/donation";
import { todayIn } from "@headwater/domain/period";
import {
  Button,
  DatePicker,
  Dialog,
  Field,
  Icon,
  Radios,
  SelectField,
  showToast,
} from "@headwater/ui/components";
import { language, money } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, createUniqueId, Index, Show, untrack } from "solid-js";
import { organizationQuery } from "../../queries.ts";
import { Refusal, server } from "../../server.ts";
import { timeChanged } from "../log/queries.ts";
import {
  type Draft,
  type DraftProblem,
  type DraftShare,
  donationOf,
  type NewDonation,
} from "./donation-draft.ts";
import { ProjectField } from "./ProjectFilter.tsx";
import { donationKindName, t } from "./texts.ts";

const destinations = ["projects", "tail", "pooled"] as const;
const answers = ["unsaid", "no", "yes"] as const;
const noShare: DraftShare = { project: "", name: "", weight: "1" };

interface DonationFormProps {
  /** Slug of the project that one comes from, for the first share. */
  readonly project?: string | undefined;
  readonly onClose: () => void;
}

function firstShare(project: string | undefined): DraftShare {
  return project === undefined
    ? noShare
    : { ...noShare, project, name: project.slice(project.lastIndexOf("/") + 1) };
}

/** Who was paid how much on which day, and for what; with its receipt. */
export function DonationForm(props: DonationFormProps) {
  const form = createUniqueId();
  const organization = useQuery(() => organizationQuery);
  const today = () => todayIn(organization.data?.timeZone ?? "UTC", Date.now());
  const [draft, setDraft] = createSignal<Draft>({
    payee: "",
    amount: "",
    currency: organization.data?.currency ?? "USD",
    day: today(),
    kind: "donation",
    goesTo: "projects",
    shares: [untrack(() => firstShare(props.project))],
    reference: "",
    cameBack: "unsaid",
  });
  const [problems, setProblems] = createSignal<readonly DraftProblem[]>([]);
  const [refused, setRefused] = createSignal("");
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setProblems([]);
    setRefused("");
  };
  const record = async () => {
    const donation = donationOf(draft(), language());
    if (!("payee" in donation)) {
      setProblems(donation);
      return;
    }
    try {
      await recordWithUndo(donation);
      props.onClose();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(t().notRecorded(error.message));
    }
  };
  return (
    <Dialog
      open
      width="wide"
      title={t().recordTitle}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button type="submit" form={form} kind="primary">
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
        class="donation-form"
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
      >
        <WhatWasPaid draft={draft()} problems={problems()} today={today()} onChange={change} />
        <WhereItGoes draft={draft()} problems={problems()} onChange={change} />
        <Field
          class="donation-whole"
          label={t().reference}
          help={t().referenceHelp}
          maxLength={300}
          value={draft().reference}
          onInput={(event) => change({ reference: event.currentTarget.value })}
        />
      </form>
      <p class="red" aria-live="polite">
        {refused()}
      </p>
    </Dialog>
  );
}

async function recordWithUndo(donation: NewDonation): Promise<void> {
  const row = await server.recordDonation(donation);
  const amount = money({ amount: row.amount, currency: row.currency });
  showToast({
    said: (row.value === null ? t().recordedUnknown : t().recorded)(amount, donation.payee),
    undo: async () => {
      await server.reverseDonation(row.id, t().undone);
      await timeChanged();
    },
  });
  await timeChanged();
}

interface PartProps {
  readonly draft: Draft;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (part: Partial<Draft>) => void;
}

function WhatWasPaid(props: PartProps & { readonly today: string }) {
  return (
    <>
      <Field
        class="donation-whole"
        label={t().payee}
        autofocus
        autocomplete="off"
        maxLength={200}
        error={props.problems.includes("payee") ? t().needed.payee : undefined}
        value={props.draft.payee}
        onInput={(event) => props.onChange({ payee: event.currentTarget.value })}
      />
      <Field
        label={t().amount}
        inputMode="decimal"
        autocomplete="off"
        help={t().amountHelp}
        error={props.problems.includes("amount") ? t().needed.amount : undefined}
        value={props.draft.amount}
        onInput={(event) => props.onChange({ amount: event.currentTarget.value })}
      />
      <Field
        label={t().currency}
        autocomplete="off"
        maxLength={3}
        value={props.draft.currency}
        onInput={(event) => props.onChange({ currency: event.currentTarget.value })}
      />
      <DatePicker
        label={t().day}
        today={props.today}
        last={props.today}
        value={props.draft.day}
        onChoose={(day) => props.onChange({ day })}
      />
      <SelectField
        label={t().kind}
        name="donation-kind"
        value={props.draft.kind}
        choices={donationKinds.map((kind) => ({ value: kind, name: donationKindName()[kind] }))}
        onChoose={(kind) => props.onChange({ kind: parseDonationKind(kind) ?? "donation" })}
      />
      <Show when={props.draft.kind === "contract" || props.draft.kind === "event"}>
        <div class="donation-whole">
          <Radios
            label={t().cameBack}
            options={answers.map((value) => ({ value, name: t().cameBackChoices[value] }))}
            value={props.draft.cameBack}
            onChoose={(said) =>
              props.onChange({ cameBack: answers.find((answer) => answer === said) ?? "unsaid" })
            }
          />
        </div>
      </Show>
    </>
  );
}

function WhereItGoes(props: PartProps) {
  const names = () => ({ projects: t().goesToProjects, tail: t().goesToTail, pooled: t().goesToPooled });
  const changeShare = (at: number, part: Partial<DraftShare>) =>
    props.onChange({
      shares: props.draft.shares.map((share, index) => (index === at ? { ...share, ...part } : share)),
    });
  const wrong = () =>
    props.problems.includes("project")
      ? t().needed.project
      : props.problems.includes("weight")
        ? t().weightWrong
        : "";
  return (
    <div class="donation-whole">
      <Radios
        label={t().goesTo}
        options={destinations.map((value) => ({ value, name: names()[value] }))}
        value={props.draft.goesTo}
        onChoose={(goesTo) =>
          props.onChange({ goesTo: destinations.find((known) => known === goesTo) ?? "projects" })
        }
      />
      <p class="note">{t().goesToHelp[props.draft.goesTo]}</p>
      <Show when={props.draft.goesTo === "projects"}>
        <Index each={props.draft.shares}>
          {(share, index) => (
            <div class="donation-share">
              <ProjectField
                label={t().project}
                value={share().project}
                shown={share().name}
                onChoose={(project, name) => changeShare(index, { project, name })}
              />
              <Field
                label={t().weight}
                inputMode="numeric"
                autocomplete="off"
                value={share().weight}
                onInput={(event) => changeShare(index, { weight: event.currentTarget.value })}
              />
              <Show when={props.draft.shares.length > 1}>
                <button
                  type="button"
                  class="giving-take-back"
                  aria-label={t().removeProject(share().name)}
                  onClick={() =>
                    props.onChange({ shares: props.draft.shares.filter((_, other) => other !== index) })
                  }
                >
                  <Icon name="close" size="small" />
                </button>
              </Show>
            </div>
          )}
        </Index>
        <Button
          kind="quiet"
          size="small"
          onClick={() => props.onChange({ shares: [...props.draft.shares, noShare] })}
        >
          <Icon name="plus" size="small" /> {t().addProject}
        </Button>
        <p class="red" aria-live="polite">
          {wrong()}
        </p>
      </Show>
    </div>
  );
}
