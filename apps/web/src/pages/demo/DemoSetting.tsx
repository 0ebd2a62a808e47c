import { Button, showToast } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { queryClient } from "../../queries.ts";
import { useMay } from "../../self.ts";
import { Refusal, server } from "../../server.ts";
import "./demo.css";
import { LoadDemo } from "./ExploreDemo.tsx";
import { demoQuery } from "./queries.ts";
import { t } from "./texts.ts";

/** Among the settings of a real organization: the demo company beside it, and its end. */
export function DemoSetting() {
  const may = useMay();
  const demo = useQuery(() => demoQuery);
  const loaded = () => demo.data?.demo ?? null;
  return (
    <Show when={may("demo.manage") && demo.isSuccess && loaded()?.here !== true}>
      <section class="demo-offer" aria-label={t().title}>
        <h2>{t().title}</h2>
        <p>
          {t().explains} {t().beside}
        </p>
        <Show when={loaded() === null} fallback={<RemoveDemo />}>
          <LoadDemo load={server.loadDemo} />
        </Show>
      </section>
    </Show>
  );
}

function RemoveDemo() {
  const remove = async () => {
    try {
      await server.removeDemo();
      showToast({ said: t().removed });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      showToast({ said: `${t().notRemoved}: ${error.message}` });
    }
    await queryClient.invalidateQueries({ queryKey: demoQuery.queryKey });
  };
  return <Button onClick={() => void remove()}>{t().remove}</Button>;
}
