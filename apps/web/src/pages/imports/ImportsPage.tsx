import { buttonClass } from "@headwater/ui/components";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { DropInventories } from "./DropInventories.tsx";
import { uploads } from "./uploads.ts";

export function ImportsPage() {
  const imported = () => uploads.some((upload) => upload.fate.kind === "done");
  return (
    <main class="page page-reading">
      <h1>Imports</h1>
      <p class="lede imports-lede">
        What our products are built from, read from the files that their builds leave behind.
      </p>
      <DropInventories />
      <Show when={imported()}>
        <p class="imports-on">
          <Link to="/projects" class={buttonClass("primary")}>
            See the projects
          </Link>
        </p>
      </Show>
    </main>
  );
}
