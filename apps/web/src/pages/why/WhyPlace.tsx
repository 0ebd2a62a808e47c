import { Drawer } from "@headwater/ui/components";
import { useNavigate, useSearch } from "@tanstack/solid-router";
import { createMemo, lazy, Show, Suspense } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import { readAsked, readWhySearch } from "./search.ts";
import { t } from "./texts.ts";

const Reason = lazy(async () => ({ default: (await import("./Reason.tsx")).Reason }));

/** Where the reasons of a figure lie, over every page; which figure is asked stands in the address. */
export function WhyPlace() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = createMemo(() => readAsked(readWhySearch(search()).why ?? ""));
  const close = () =>
    void navigate({
      to: ".",
      search: (now) => ({ ...now, why: undefined }),
      replace: true,
      resetScroll: false,
    });
  useKeys(() => (asked() === null ? [] : [{ key: "w", does: t().closeWhy, run: close }]));
  return (
    <Drawer open={asked() !== null} onClose={close} title={t().whyTitle} of={readWhySearch(search()).why}>
      <Suspense>
        <Show when={asked()}>{(figure) => <Reason asked={figure()} />}</Show>
      </Suspense>
    </Drawer>
  );
}
