import { Button, Empty } from "@headwater/ui/components";
import { useNavigate } from "@tanstack/solid-router";
import { useKeys } from "../../frame/keys.ts";
import type { Beside } from "./beside.ts";
import { type ProjectsSearch, readProjectsSearch } from "./search.ts";
import { t } from "./texts.ts";
import { chipsOf } from "./Tools.tsx";

/** Nothing matches: it names what hides the rows, and offers a way back. */
export function NothingMatches(props: {
  readonly search: ProjectsSearch;
  readonly beside: Beside;
  readonly rows: number;
}) {
  const navigate = useNavigate();
  const clear = () => {
    const { sort, order, group } = props.search;
    void navigate({ to: "/projects", search: readProjectsSearch({ sort, order, group }), replace: true });
  };
  useKeys(() => [{ key: "Escape", does: t().clearFilter, run: clear }]);
  const named = () => {
    const { q } = props.search;
    const chips = chipsOf(props.search, props.beside).map(({ field, value }) => `${field} ${value}`);
    return [...(q === undefined ? [] : [t().nameIs(q)]), ...chips].join(", ");
  };
  return (
    <Empty
      title={t().noMatch}
      sentence={
        <>
          {t().hiddenBy(props.rows)}
          <b class="strong">{named()}</b>.
        </>
      }
    >
      <Button onClick={clear}>
        {t().clearFilter} <kbd>Esc</kbd>
      </Button>
    </Empty>
  );
}
