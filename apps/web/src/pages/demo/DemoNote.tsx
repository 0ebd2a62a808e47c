import { showToast } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { Link, useNavigate } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { installationQuery } from "../../queries.ts";
import { Refusal, server } from "../../server.ts";
import { signOut } from "../../session.ts";
import "./demo.css";
import { demoQuery } from "./queries.ts";
import { t } from "./texts.ts";

/** On every page of a demo: that it is one, and the way out. Elsewhere nothing. */
export function DemoNote() {
  const demo = useQuery(() => demoQuery);
  const installation = useQuery(() => installationQuery);
  const navigate = useNavigate();
  const remove = async () => {
    try {
      await server.removeDemo();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return showToast({ said: `${t().notRemoved}: ${error.message}` });
    }
    await signOut();
    await navigate({ to: "/welcome", replace: true });
  };
  return (
    <Show when={demo.data?.demo?.here === true && demo.data.demo}>
      {(here) => (
        <aside class="demo-note not-printed">
          <p>
            <span class="strong">{t().note}</span> {t().invented}
          </p>
          <Show when={!here().finished}>
            <p role="status">{t().loading(here().stepsDone, here().steps)}</p>
          </Show>
          <p class="demo-ways">
            <button type="button" class="demo-way" onClick={() => void remove()}>
              {t().remove}
            </button>
            <Show when={installation.data?.welcome}>
              <Link class="demo-way" to="/welcome">
                {t().own}
              </Link>
            </Show>
          </p>
        </aside>
      )}
    </Show>
  );
}
