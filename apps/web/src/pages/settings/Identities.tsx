import { DatePicker, Field, type LedgerColumn, SelectField } from "@headwater/ui/components";
import { dayName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { useMay } from "../../self.ts";
import { api, asked } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { identitiesQuery, type Identity, peopleQuery } from "./queries.ts";
import { SettingsList } from "./SettingsList.tsx";
import { t } from "./texts.ts";
import { useToday } from "./today.ts";
import { createWriting } from "./writing.ts";

/** Handles and addresses of a person, with dates. */
export function Identities() {
  const people = useQuery(() => peopleQuery);
  const may = useMay();
  const [chosen, setChosen] = createSignal("");
  const [open, setOpen] = createSignal(false);
  const living = () => (people.data?.items ?? []).filter(({ erased }) => !erased);
  const person = () => chosen() || (living()[0]?.id ?? "");
  const identities = useQuery(() => identitiesQuery(person()));
  const columns = (): readonly LedgerColumn<Identity>[] => [
    {
      id: "handle",
      name: t().identities.handle,
      width: 240,
      cell: ({ handle }) => handle ?? t().people.erased,
    },
    { id: "host", name: t().identities.host, width: 200, onPhone: true, cell: ({ host }) => host },
    {
      id: "from",
      name: t().identities.from,
      width: 120,
      cell: ({ from }) => (from === null ? t().identities.always : dayName(from)),
    },
    {
      id: "to",
      name: t().identities.to,
      width: 120,
      cell: ({ to }) => (to === null ? t().identities.still : dayName(to)),
    },
  ];
  return (
    <>
      <p class="settings-lede">{t().identities.lede}</p>
      <div class="settings-form">
        <SelectField
          name="person"
          label={t().identities.person}
          value={person()}
          choices={living().map(({ id, name, email }) => ({ value: id, name: name ?? email ?? id }))}
          onChoose={setChosen}
        />
      </div>
      <div class="settings-actions" />
      <SettingsList
        label={t().names.identities}
        columns={columns()}
        rows={identities.data?.items}
        keyOf={({ id }) => id}
        error={people.error ?? identities.error}
        onRetry={() => void identities.refetch()}
        add={
          may("person.manage") && person() !== ""
            ? { name: t().identities.addTitle, run: () => setOpen(true) }
            : undefined
        }
      />
      <Show when={open()}>
        <AddIdentity person={person()} onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}

function AddIdentity(props: { readonly person: string; readonly onClose: () => void }) {
  const { busy, write, problem, whole } = createWriting();
  const today = useToday();
  const [host, setHost] = createSignal("github.com");
  const [handle, setHandle] = createSignal("");
  const [from, setFrom] = createSignal<string | null>(null);
  const submit = async () => {
    const since = from();
    const done = await write(
      asked(
        api.people.addIdentity.mutate({
          id: props.person,
          host: host(),
          handle: handle(),
          ...(since === null ? {} : { from: since }),
        }),
      ),
      (identity) => ({ said: t().identities.linked(identity.handle ?? "") }),
    );
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().identities.addTitle}
      does={t().add}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <Field
        label={t().identities.host}
        value={host()}
        error={problem("host")}
        onInput={(event) => setHost(event.currentTarget.value)}
      />
      <Field
        label={t().identities.handle}
        value={handle()}
        error={problem("handle")}
        onInput={(event) => setHandle(event.currentTarget.value)}
      />
      <DatePicker label={t().identities.from} value={from()} today={today()} onChoose={setFrom} />
    </FormDialog>
  );
}
