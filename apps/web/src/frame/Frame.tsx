import { Icon, Mark } from "@headwater/ui/components";
import { Link, Outlet, useLocation } from "@tanstack/solid-router";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { organizationQuery } from "../queries.ts";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { Contents } from "./Contents.tsx";
import "./frame.css";

/** The sheet that every page behind the sign-in lies on: rail, running head, page, and on a phone the words at the foot. */
export function Frame() {
  let menu!: HTMLDialogElement;
  const openMenu = () => menu.showModal();
  // A press beside the menu lands on the dialog itself; one on a word leads to its page.
  const closeAfterChoice = ({ target }: MouseEvent) => {
    if (target === menu || (target instanceof Element && target.closest("a") !== null)) menu.close();
  };
  return (
    <div class="frame">
      <a class="skip" href="#page">
        To the page
      </a>
      <aside class="rail not-printed" aria-label="Contents">
        <Contents />
      </aside>
      <dialog
        class="menu"
        aria-label="Menu"
        ref={(dialog) => {
          menu = dialog;
          dialog.addEventListener("click", closeAfterChoice);
        }}
      >
        <Contents onClose={() => menu.close()} />
      </dialog>
      <div class="sheet">
        <RunningHead onMenu={openMenu} />
        <div id="page" tabIndex={-1}>
          <Outlet />
        </div>
      </div>
      <FootWords onMenu={openMenu} />
    </div>
  );
}

function RunningHead(props: { readonly onMenu: () => void }) {
  const organization = useQuery(() => organizationQuery);
  const location = useLocation();
  return (
    <header class="running-head not-printed">
      <button type="button" class="head-button head-menu" aria-label="Menu" onClick={() => props.onMenu()}>
        <Icon name="menu" />
      </button>
      <span class="head-mark">
        <Mark />
      </span>
      <span class="head-organization">{organization.data?.name ?? ""}</span>
      <Show when={location().pathname === "/projects"}>
        <PeriodChoice timeZone={organization.data?.timeZone ?? "UTC"} />
        <span class="head-scope">{organization.data?.currency ?? ""}</span>
      </Show>
    </header>
  );
}

/** Five words would fit; there are as many as there are pages. */
function FootWords(props: { readonly onMenu: () => void }) {
  const location = useLocation();
  const here = (path: string) => (location().pathname.startsWith(path) ? "page" : undefined);
  return (
    <nav class="foot-words not-printed" aria-label="Main, short">
      <Link to="/projects" aria-current={here("/projects")}>
        Projects
      </Link>
      <Link to="/imports" aria-current={here("/imports")}>
        Imports
      </Link>
      <button type="button" onClick={() => props.onMenu()}>
        More
      </button>
    </nav>
  );
}
