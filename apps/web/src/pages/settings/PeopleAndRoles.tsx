import { type Role, roles } from "@headwater/domain/organization";
import { Button, Field, type LedgerColumn, SectionHead, SelectField } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import { sessionQuery } from "../../queries.ts";
import { useMay } from "../../self.ts";
import { api, asked, inviteMember } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { type Member, membersQuery, peopleQuery, type Person } from "./queries.ts";
import { Secret } from "./Secret.tsx";
import { SettingsList } from "./SettingsList.tsx";
import { t } from "./texts.ts";
import { createWriting } from "./writing.ts";

type Asking =
  | { readonly of: "invite" }
  | { readonly of: "role"; readonly member: Member }
  | { readonly of: "remove"; readonly member: Member }
  | { readonly of: "erase"; readonly person: Person };

/** Who may sign in and as what, and whose time is known. */
export function PeopleAndRoles() {
  const may = useMay();
  const [asking, setAsking] = createSignal<Asking | null>(null);
  const [password, setPassword] = createSignal<string | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Members onAsk={setAsking} />
      <Show when={may("person.read")}>
        <People onAsk={setAsking} />
      </Show>
      <Show when={asking()} keyed>
        {(question) => (
          <Switch>
            <Match when={question.of === "invite"}>
              <Invite
                onClose={close}
                onInvited={(first) => {
                  close();
                  setPassword(first);
                }}
              />
            </Match>
            <Match when={question.of === "role" ? question.member : undefined}>
              {(member) => <ChangeRole initial={member()} onClose={close} />}
            </Match>
            <Match when={question.of === "remove" ? question.member : undefined}>
              {(member) => <Remove of={member()} onClose={close} />}
            </Match>
            <Match when={question.of === "erase" ? question.person : undefined}>
              {(person) => <Erase of={person()} onClose={close} />}
            </Match>
          </Switch>
        )}
      </Show>
      <Show when={password()}>
        {(first) => (
          <Secret
            title={t().people.firstPassword}
            sentence={t().people.firstPasswordSentence}
            value={first()}
            done={t().people.done}
            onClose={() => setPassword(null)}
          />
        )}
      </Show>
    </>
  );
}

function Members(props: { readonly onAsk: (asking: Asking) => void }) {
  const members = useQuery(() => membersQuery);
  const session = useQuery(() => sessionQuery);
  const may = useMay();
  const columns = (): readonly LedgerColumn<Member>[] => [
    {
      id: "name",
      name: t().people.name,
      width: 200,
      cell: (member) =>
        `${nameOf(member)}${member.email === session.data?.email ? ` (${t().people.you})` : ""}`,
    },
    { id: "email", name: t().people.email, width: 230, spare: 1, cell: ({ email }) => email ?? "" },
    {
      id: "role",
      name: t().people.role,
      width: 240,
      onPhone: true,
      cell: ({ role }) => t().people.roles[role],
    },
    ...(may("member.manage")
      ? [
          {
            id: "actions",
            name: t().actions,
            head: () => <span class="said">{t().actions}</span>,
            width: 170,
            cell: (member: Member) => (
              <>
                <Button size="small" kind="quiet" onClick={() => props.onAsk({ of: "role", member })}>
                  {t().change}
                  <span class="said">{` ${nameOf(member)}`}</span>
                </Button>
                <Button size="small" kind="quiet" onClick={() => props.onAsk({ of: "remove", member })}>
                  {t().people.remove}
                  <span class="said">{` ${nameOf(member)}`}</span>
                </Button>
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <SettingsList
      label={t().people.members}
      lede={t().people.lede}
      columns={columns()}
      rows={members.data?.items}
      keyOf={({ userId }) => userId}
      error={members.error}
      onRetry={() => void members.refetch()}
      phoneLine={({ email }) => email ?? ""}
      add={
        may("member.manage")
          ? { name: t().people.invite, run: () => props.onAsk({ of: "invite" }) }
          : undefined
      }
    />
  );
}

function People(props: { readonly onAsk: (asking: Asking) => void }) {
  const people = useQuery(() => peopleQuery);
  const may = useMay();
  const columns = (): readonly LedgerColumn<Person>[] => [
    {
      id: "name",
      name: t().people.name,
      width: 200,
      cell: (person) => (person.erased ? <i>{t().people.erased}</i> : nameOf(person)),
    },
    { id: "email", name: t().people.email, width: 230, spare: 1, cell: ({ email }) => email ?? "" },
    {
      id: "family",
      name: t().people.roleFamily,
      width: 140,
      onPhone: true,
      cell: ({ roleFamily }) => roleFamily ?? "",
    },
    { id: "region", name: t().people.region, width: 100, spare: 2, cell: ({ region }) => region ?? "" },
    ...(may("person.manage")
      ? [
          {
            id: "erase",
            name: t().actions,
            head: () => <span class="said">{t().actions}</span>,
            width: 90,
            cell: (person: Person) => (
              <Show when={!person.erased}>
                <Button size="small" kind="quiet" onClick={() => props.onAsk({ of: "erase", person })}>
                  {t().people.erase}
                  <span class="said">{` ${nameOf(person)}`}</span>
                </Button>
              </Show>
            ),
          },
        ]
      : []),
  ];
  return (
    <section>
      <SectionHead title={t().people.known}>{t().people.knownNote}</SectionHead>
      <SettingsList
        label={t().people.known}
        columns={columns()}
        rows={people.data?.items}
        keyOf={({ id }) => id}
        error={people.error}
        onRetry={() => void people.refetch()}
        phoneLine={({ email }) => email ?? ""}
      />
    </section>
  );
}

function Invite(props: { readonly onClose: () => void; readonly onInvited: (password: string) => void }) {
  const { busy, write, problem, whole } = createWriting();
  const [name, setName] = createSignal("");
  const [email, setEmail] = createSignal("");
  const [role, setRole] = createSignal<Role>("contributor");
  const submit = async () => {
    const called = name();
    const first = await write(inviteMember({ name: called, email: email(), role: role() }), () => ({
      said: t().people.invited(called),
    }));
    if (first !== null) props.onInvited(first);
  };
  return (
    <FormDialog
      title={t().people.inviteTitle}
      does={t().people.invite}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <p class="note">{t().people.inviteSentence}</p>
      <Field
        label={t().people.name}
        value={name()}
        error={problem("name")}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Field
        label={t().people.email}
        type="email"
        value={email()}
        error={problem("email")}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <RoleField value={role()} onChoose={setRole} error={problem("role")} />
    </FormDialog>
  );
}

function ChangeRole(props: { readonly initial: Member; readonly onClose: () => void }) {
  const { busy, write, problem, whole } = createWriting();
  const [role, setRole] = createSignal<Role>(props.initial.role);
  const submit = async () => {
    const { userId, role: before } = props.initial;
    const done = await write(asked(api.members.change.mutate({ userId, role: role() })), (member) => ({
      said: t().people.roleChanged(nameOf(member), t().people.roles[member.role]),
      undo: () => asked(api.members.change.mutate({ userId, role: before })),
    }));
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={nameOf(props.initial)}
      does={t().save}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <RoleField value={role()} onChoose={setRole} error={problem("role")} />
    </FormDialog>
  );
}

function Remove(props: { readonly of: Member; readonly onClose: () => void }) {
  const { busy, write, whole } = createWriting();
  const submit = async () => {
    const called = nameOf(props.of);
    const done = await write(asked(api.members.remove.mutate({ userId: props.of.userId })), () => ({
      said: t().people.removed(called),
    }));
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().people.removeTitle(nameOf(props.of))}
      does={t().people.remove}
      forGood
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <p>{t().people.removeSentence(nameOf(props.of))}</p>
    </FormDialog>
  );
}

function Erase(props: { readonly of: Person; readonly onClose: () => void }) {
  const { busy, write, whole } = createWriting();
  const submit = async () => {
    const done = await write(asked(api.people.erase.mutate({ id: props.of.id })), () => ({
      said: t().people.erasedDone,
    }));
    if (done !== null) props.onClose();
  };
  return (
    <FormDialog
      title={t().people.eraseTitle(nameOf(props.of))}
      does={t().people.eraseConfirm}
      forGood
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <p>{t().people.eraseSentence}</p>
    </FormDialog>
  );
}

function RoleField(props: {
  readonly value: Role;
  readonly onChoose: (role: Role) => void;
  readonly error: string | undefined;
}) {
  return (
    <SelectField
      name="role"
      label={t().people.role}
      value={props.value}
      error={props.error}
      choices={roles.map((value) => ({ value, name: t().people.roles[value] }))}
      onChoose={(value) => props.onChoose(roles.find((known) => known === value) ?? "viewer")}
    />
  );
}

function nameOf(one: { readonly name: string | null; readonly email: string | null }): string {
  return one.name ?? one.email ?? t().people.erased;
}
