import { Button, Field, type LedgerColumn, SelectField } from "@headwater/ui/components";
import { dayName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api, asked } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { type ApiKey, keysQuery } from "./queries.ts";
import { Secret } from "./Secret.tsx";
import { SettingsList } from "./SettingsList.tsx";
import { t } from "./texts.ts";
import { createWriting } from "./writing.ts";

/** Keys for machines: made with a right and an end, shown once, revoked for good. */
export function Keys() {
  const keys = useQuery(() => keysQuery);
  const [creating, setCreating] = createSignal(false);
  const [revoking, setRevoking] = createSignal<ApiKey | null>(null);
  const [made, setMade] = createSignal<string | null>(null);
  return (
    <>
      <SettingsList
        label={t().names.keys}
        lede={t().keys.lede}
        columns={keyColumns((key) => setRevoking(key))}
        rows={keys.data?.items}
        keyOf={({ id }) => id}
        error={keys.error}
        onRetry={() => void keys.refetch()}
        phoneLine={({ scope }) => scope.map(rightName).join(", ")}
        add={{ name: t().keys.create, run: () => setCreating(true) }}
      />
      <Show when={creating()}>
        <CreateKey
          onClose={() => setCreating(false)}
          onMade={(value) => {
            setCreating(false);
            setMade(value);
          }}
        />
      </Show>
      <Show when={made()}>
        {(value) => (
          <Secret
            title={t().keys.value}
            sentence={t().keys.valueSentence}
            value={value()}
            done={t().keys.done}
            onClose={() => setMade(null)}
          />
        )}
      </Show>
      <Show when={revoking()}>{(key) => <RevokeKey of={key()} onClose={() => setRevoking(null)} />}</Show>
    </>
  );
}

function keyColumns(revoke: (key: ApiKey) => void): readonly LedgerColumn<ApiKey>[] {
  return [
    { id: "name", name: t().keys.name, width: 200, cell: ({ name }) => name },
    {
      id: "hint",
      name: t().keys.value,
      width: 100,
      spare: 1,
      cell: (key) => <span class="code">{key.hint}</span>,
    },
    { id: "right", name: t().keys.right, width: 180, cell: ({ scope }) => scope.map(rightName).join(", ") },
    {
      id: "expires",
      name: t().keys.expires,
      width: 110,
      cell: ({ expiresAt }) => (expiresAt === null ? t().keys.never : dayOf(expiresAt)),
    },
    {
      id: "used",
      name: t().keys.lastUsed,
      width: 110,
      spare: 2,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t().keys.unused : dayOf(lastUsedAt)),
    },
    { id: "state", name: t().keys.state, width: 150, onPhone: true, cell: stateOf },
    {
      id: "revoke",
      name: t().actions,
      head: () => <span class="said">{t().actions}</span>,
      width: 100,
      cell: (key) => (
        <Show when={key.revokedAt === null}>
          <Button size="small" kind="quiet" onClick={() => revoke(key)}>
            {t().keys.revoke}
            <span class="said">{` ${key.name}`}</span>
          </Button>
        </Show>
      ),
    },
  ];
}

const rights = ["upload.submit", "contributor", "viewer", "all"] as const;
const lives = [30, 90, 365, 0] as const;

function CreateKey(props: { readonly onClose: () => void; readonly onMade: (value: string) => void }) {
  const { busy, write, problem, whole } = createWriting();
  const [name, setName] = createSignal("");
  const [right, setRight] = createSignal<string>("upload.submit");
  const [life, setLife] = createSignal(90);
  const submit = async () => {
    const end = life() === 0 ? {} : { expiresAt: new Date(Date.now() + life() * 86_400_000).toISOString() };
    const key = await write(
      asked(api.keys.create.mutate({ name: name(), scope: right(), ...end })),
      (made) => ({ said: t().keys.made(made.name) }),
    );
    if (key !== null) props.onMade(key.key);
  };
  return (
    <FormDialog
      title={t().keys.create}
      does={t().keys.create}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <Field
        label={t().keys.name}
        value={name()}
        error={problem("name")}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <SelectField
        name="right"
        label={t().keys.right}
        value={right()}
        error={problem("scope")}
        choices={rights.map((value) => ({ value, name: t().keys.rights[value] }))}
        onChoose={setRight}
      />
      <SelectField
        name="life"
        label={t().keys.expires}
        value={String(life())}
        error={problem("expiresAt")}
        choices={lives.map((days) => ({
          value: String(days),
          name: days === 0 ? t().keys.never : t().keys.days(days),
        }))}
        onChoose={(days) => setLife(Number(days))}
      />
    </FormDialog>
  );
}

function RevokeKey(props: { readonly of: ApiKey; readonly onClose: () => void }) {
  const { busy, write, whole } = createWriting();
  const submit = async () => {
    const done = await write(asked(api.keys.revoke.mutate({ id: props.of.id })), (key) => ({
      said: t().keys.revokedDone(key.name),
    }));
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().keys.revokeTitle(props.of.name)}
      does={t().keys.revoke}
      forGood
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <p>{t().keys.revokeSentence}</p>
    </FormDialog>
  );
}

function stateOf(key: ApiKey): string {
  if (key.revokedAt !== null) return t().keys.revoked(dayOf(key.revokedAt));
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= Date.now()
    ? t().keys.expired
    : t().keys.inForce;
}

/** What has no words of its own is an access or a role, and is called as the table of rights calls it. */
function rightName(scope: string): string {
  const known = rights.find((right) => right === scope);
  return known === undefined ? scope : t().keys.rights[known];
}

function dayOf(instant: string): string {
  return dayName(instant.slice(0, 10));
}
