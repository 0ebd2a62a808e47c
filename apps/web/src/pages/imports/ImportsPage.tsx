import { buttonClass } from "@headwater/ui/components";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { DropInventories } from "./DropInventories.tsx";
import { Earlier } from "./Earlier.tsx";
import { t } from "./texts.ts";
import { uploads } from "./uploads.ts";

export function ImportsPage() {
  const imported = () => uploads.some((upload) => upload.fate.kind === "done");
  return (
    <main class="page page-reading">
      <h1>{t().title}</h1>
      <p class="lede imports-lede">{t().lede}</p>
      <DropInventories />
      <Show when={imported()}>
        <p class="imports-on">
          <Link to="/projects" class={buttonClass("primary")}>
            {t().seeProjects}
          </Link>
        </p>
      </Show>
      <Earlier />
    </main>
  );
}
