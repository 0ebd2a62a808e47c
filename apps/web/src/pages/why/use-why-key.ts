import { useNavigate, useSearch } from "@tanstack/solid-router";
import { useKeys } from "../../frame/keys.ts";
import { type Asked, printAsked, readWhySearch } from "./search.ts";
import { t } from "./texts.ts";

/** `W` asks why the main figure of the page is what it is; while a reason lies open, it closes it instead. */
export function useWhyKey(main: () => Asked | null): void {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const ask = (figure: Asked) =>
    void navigate({
      to: ".",
      search: (now) => ({ ...now, why: printAsked(figure) }),
      resetScroll: false,
    });
  useKeys(() => {
    const figure = main();
    if (figure === null || readWhySearch(search()).why !== undefined) return [];
    return [{ key: "w", does: t().whyKey, run: () => ask(figure), onLine: true }];
  });
}
