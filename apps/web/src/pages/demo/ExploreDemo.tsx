import { Button, Failure } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { useNavigate } from "@tanstack/solid-router";
import { createEffect, createSignal, Show } from "solid-js";
import { queryClient } from "../../queries.ts";
import { Refusal, server } from "../../server.ts";
import "./demo.css";
import { demoQuery } from "./queries.ts";
import { t } from "./texts.ts";

/** Beside the sheet of the first start: the demo company, which waits for no owner. */
export function ExploreDemo(props: { readonly code: () => string; readonly loaded: boolean }) {
  return (
    <section class="demo-offer" aria-label={t().orExplore}>
      <h2>{t().orExplore}</h2>
      <p>{t().explains}</p>
      <Show when={!props.loaded} fallback={<GoOn />}>
        <LoadDemo load={() => server.exploreDemo(props.code())} />
      </Show>
    </section>
  );
}

/** The button that loads, and how far it has come; then the demo's first page. */
export function LoadDemo(props: { readonly load: () => Promise<unknown> }) {
  const navigate = useNavigate();
  const [refused, setRefused] = createSignal<string | null>(null);
  const [begun, setBegun] = createSignal(false);
  const demo = useQuery(() => ({ ...demoQuery, enabled: begun() }));
  const load = async () => {
    setRefused(null);
    try {
      await props.load();
      queryClient.clear();
      setBegun(true);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(error.message);
    }
  };
  createEffect(() => {
    const loaded = demo.data?.demo;
    if (!begun() || loaded?.finished !== true) return;
    if (loaded.failure !== null) setRefused(loaded.failure);
    queryClient.clear();
    void navigate({ to: "/" });
  });
  const steps = () => demo.data?.demo ?? { stepsDone: 0, steps: 1 };
  return (
    <>
      <Show when={refused()}>{(why) => <Failure title={t().notLoaded}>{why()}</Failure>}</Show>
      <Show when={begun()} fallback={<Button onClick={() => void load()}>{t().explore}</Button>}>
        <p role="status">{t().loading(steps().stepsDone, steps().steps)}</p>
        <progress
          class="demo-progress"
          value={steps().stepsDone}
          max={steps().steps}
          aria-label={t().explore}
        />
      </Show>
    </>
  );
}

function GoOn() {
  const navigate = useNavigate();
  return <Button onClick={() => void navigate({ to: "/" })}>{t().goOn}</Button>;
}
