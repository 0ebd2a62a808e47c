import { Button, Empty, Icon } from "@headwater/ui/components";
import { useNavigate } from "@tanstack/solid-router";
import { onCleanup, onMount } from "solid-js";
import { type ProjectsSearch, readProjectsSearch } from "./search.ts";
import { t } from "./texts.ts";

/** `/` puts the caret here; Escape empties it. */
export function Filter(props: { readonly search: ProjectsSearch }) {
  const navigate = useNavigate();
  let field!: HTMLInputElement;
  const sift = (q: string) =>
    void navigate({
      to: "/projects",
      search: readProjectsSearch({ ...props.search, q }),
      replace: true,
      resetScroll: false,
    });
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.focus();
    };
    document.addEventListener("keydown", onKey);
    onCleanup(() => document.removeEventListener("keydown", onKey));
  });
  return (
    <label class="filter not-printed">
      <Icon name="search" />
      <input
        ref={(input) => {
          field = input;
        }}
        type="search"
        aria-label={t().filterLabel}
        placeholder={t().filter}
        value={props.search.q ?? ""}
        onInput={(event) => sift(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") sift("");
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

/** Nothing matches: it names what hides the rows, and offers a way back. */
export function NothingMatches(props: { readonly search: ProjectsSearch; readonly rows: number }) {
  const navigate = useNavigate();
  const clear = () =>
    void navigate({ to: "/projects", search: readProjectsSearch({ ...props.search, q: "" }), replace: true });
  return (
    <Empty
      title={t().noMatch}
      sentence={
        <>
          {t().hiddenBy(props.rows)}
          <b class="strong">{t().nameIs(props.search.q ?? "")}</b>.
        </>
      }
    >
      <Button onClick={clear}>
        {t().clearFilter} <kbd>Esc</kbd>
      </Button>
    </Empty>
  );
}
