import { Button, Field, type LedgerColumn, SelectField } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { teamsQuery } from "../../queries.ts";
import { useMay } from "../../self.ts";
import { api, asked } from "../../server.ts";
import { FormDialog } from "./FormDialog.tsx";
import { SettingsList } from "./SettingsList.tsx";
import { inTreeOrder, type Team, type TeamInTree } from "./team-tree.ts";
import { t } from "./texts.ts";
import { createWriting } from "./writing.ts";

/** The tree of units and teams. */
export function Teams() {
  const teams = useQuery(() => teamsQuery);
  const may = useMay();
  const [editing, setEditing] = createSignal<Team | "new" | null>(null);
  const columns = (): readonly LedgerColumn<TeamInTree>[] => [
    {
      id: "name",
      name: t().teams.name,
      width: 260,
      cell: (row) => <span class={`team-depth-${Math.min(row.depth, 4)}`}>{row.team.name}</span>,
    },
    {
      id: "slug",
      name: t().teams.slug,
      width: 180,
      cell: (row) => <span class="code">{row.team.slug}</span>,
    },
    ...(may("team.manage")
      ? [
          {
            id: "change",
            name: t().actions,
            head: () => <span class="said">{t().actions}</span>,
            width: 100,
            onPhone: true,
            cell: (row: TeamInTree) => (
              <Button size="small" kind="quiet" onClick={() => setEditing(row.team)}>
                {t().change}
                <span class="said">{` ${row.team.name}`}</span>
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <SettingsList
        label={t().names.teams}
        lede={t().teams.lede}
        columns={columns()}
        rows={teams.data === undefined ? undefined : inTreeOrder(teams.data.items)}
        keyOf={({ team }) => team.slug}
        error={teams.error}
        onRetry={() => void teams.refetch()}
        add={may("team.manage") ? { name: t().teams.addTitle, run: () => setEditing("new") } : undefined}
      />
      <Show when={editing()}>
        {(team) => (
          <TeamForm
            initial={team() === "new" ? null : (teams.data?.items.find((one) => one === team()) ?? null)}
            all={teams.data?.items ?? []}
            onClose={() => setEditing(null)}
          />
        )}
      </Show>
    </>
  );
}

interface TeamFormProps {
  /** Null for a new one. */
  readonly initial: Team | null;
  readonly all: readonly Team[];
  readonly onClose: () => void;
}

function TeamForm(props: TeamFormProps) {
  const { busy, write, problem, whole } = createWriting();
  const [name, setName] = createSignal(props.initial?.name ?? "");
  const [slug, setSlug] = createSignal(props.initial?.slug ?? "");
  const [parent, setParent] = createSignal(props.initial?.parent ?? "");
  const add = () =>
    write(
      asked(
        api.teams.create.mutate({
          slug: slug(),
          name: name(),
          ...(parent() === "" ? {} : { parent: parent() }),
        }),
      ),
      (team) => ({ said: t().teams.added(team.name) }),
    );
  const change = (before: Team) =>
    write(
      asked(
        api.teams.change.mutate({
          slug: before.slug,
          name: name(),
          parent: parent() === "" ? null : parent(),
        }),
      ),
      (team) => ({
        said: t().teams.changed(team.name),
        undo: () =>
          asked(api.teams.change.mutate({ slug: before.slug, name: before.name, parent: before.parent })),
      }),
    );
  const submit = async () => {
    const before = props.initial;
    if ((await (before === null ? add() : change(before))) !== null) props.onClose();
  };
  return (
    <FormDialog
      title={props.initial === null ? t().teams.addTitle : t().teams.changeTitle(props.initial.name)}
      does={t().save}
      busy={busy()}
      refused={whole()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit()}
    >
      <Field
        label={t().teams.name}
        value={name()}
        error={problem("name")}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Show when={props.initial === null}>
        <Field
          label={t().teams.slug}
          help={t().teams.slugHelp}
          value={slug()}
          error={problem("slug")}
          onInput={(event) => setSlug(event.currentTarget.value)}
        />
      </Show>
      <SelectField
        name="parent"
        label={t().teams.parent}
        value={parent()}
        error={problem("parent")}
        choices={[
          { value: "", name: t().teams.top },
          ...props.all
            .filter((team) => team.slug !== props.initial?.slug)
            .map((team) => ({ value: team.slug, name: team.name })),
        ]}
        onChoose={setParent}
      />
    </FormDialog>
  );
}
