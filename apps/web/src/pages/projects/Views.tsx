import { Button, Dialog, Field, Menu, type MenuEntry, showToast } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { useLocation, useNavigate } from "@tanstack/solid-router";
import { createSignal } from "solid-js";
import { queryClient } from "../../queries.ts";
import { server } from "../../server.ts";
import { viewsQuery } from "./queries.ts";
import { t } from "./texts.ts";

/** What somebody named of the table, for themselves; an address shares the same with others. */
export function Views() {
  const views = useQuery(() => viewsQuery);
  const location = useLocation();
  const navigate = useNavigate();
  const [naming, setNaming] = createSignal(false);
  const here = () => location().searchStr;
  const saved = () => views.data?.items ?? [];
  const remove = (name: string, search: string) =>
    void changed(server.removeView(name)).then(() =>
      showToast({
        said: t().viewRemoved(name),
        undo: async () => void (await changed(server.saveView(name, search))),
      }),
    );
  const entries = (): readonly MenuEntry[] => [
    ...saved().map(({ name, search }) => ({
      name,
      checked: search === here(),
      onChoose: () => void navigate({ href: `/projects${search}` }),
    })),
    ...(saved().length === 0 ? [] : (["rule"] as const)),
    { name: t().saveView, onChoose: () => setNaming(true) },
    ...saved()
      .filter(({ search }) => search === here())
      .map(({ name, search }) => ({
        name: t().removeView(name),
        destructive: true,
        onChoose: () => remove(name, search),
      })),
  ];
  return (
    <>
      <Menu size="small" kind="quiet" entries={entries()}>
        {t().views}
      </Menu>
      <NameView open={naming()} search={here()} onClose={() => setNaming(false)} />
    </>
  );
}

async function changed<Answer>(change: Promise<Answer>): Promise<Answer> {
  const answer = await change;
  await queryClient.invalidateQueries({ queryKey: viewsQuery.queryKey });
  return answer;
}

function NameView(props: { readonly open: boolean; readonly search: string; readonly onClose: () => void }) {
  const [name, setName] = createSignal("");
  const [refused, setRefused] = createSignal<string>();
  const save = async () => {
    try {
      await changed(server.saveView(name().trim(), props.search));
      showToast({ said: t().viewSaved(name().trim()) });
      props.onClose();
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title={t().saveViewTitle}
      actions={
        <>
          <Button kind="primary" onClick={() => void save()} disabled={name().trim() === ""}>
            {t().save}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t().viewName}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
          help={t().viewNameHelp}
          error={refused()}
        />
      </form>
    </Dialog>
  );
}
