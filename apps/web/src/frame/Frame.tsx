import { showToast, undoLast } from "@headwater/ui/components";
import { Link, Outlet, useLocation, useNavigate } from "@tanstack/solid-router";
import { For, onMount } from "solid-js";
import { Contents } from "./Contents.tsx";
import "./frame.css";
import { KeyLine } from "./KeyLine.tsx";
import { useKeys } from "./keys.ts";
import { startOutbox } from "./outbox.ts";
import { isHere, type PlaceName, usePlaces } from "./places.ts";
import { PeriodRuler } from "./PeriodRuler.tsx";
import { RunningHead } from "./RunningHead.tsx";
import { ScopeChips, usePeriodSteps } from "./ScopeChips.tsx";
import { summon } from "./summon.ts";
import { Summoned } from "./Summoned.tsx";
import { DemoNote } from "../pages/demo/DemoNote.tsx";
import { WhyPlace } from "../pages/why/WhyPlace.tsx";
import { keyWords, placeNames, t } from "./words.ts";

/** The sheet that every page behind the sign-in lies on: rail, running head, page, and on a phone the words at the foot. */
export function Frame() {
  let menu!: HTMLDialogElement;
  const openMenu = () => menu.showModal();
  // A press beside the menu lands on the dialog itself; one on a word leads to its page.
  const closeAfterChoice = ({ target }: MouseEvent) => {
    if (target === menu || (target instanceof Element && target.closest("a") !== null)) menu.close();
  };
  useFrameKeys();
  onMount(() => void startOutbox((entries) => showToast({ said: t().sentLater(entries) })));
  return (
    <div class="frame">
      <a class="skip" href="#page">
        {t().toThePage}
      </a>
      <aside class="rail not-printed" aria-label={t().contents}>
        <Contents />
      </aside>
      <dialog
        class="menu"
        aria-label={t().menu}
        ref={(dialog) => {
          menu = dialog;
          dialog.addEventListener("click", closeAfterChoice);
        }}
      >
        <Contents onClose={() => menu.close()}>
          <ScopeChips />
        </Contents>
      </dialog>
      <div class="sheet">
        <RunningHead onMenu={openMenu} />
        <PeriodRuler />
        <div id="page" tabIndex={-1}>
          <Outlet />
        </div>
        <div class="demo-foot">
          <DemoNote />
        </div>
        <KeyLine />
      </div>
      <FootWords onMenu={openMenu} />
      <WhyPlace />
      <Summoned />
    </div>
  );
}

/** The charts are loaded with the pages that have them; where none is loaded there is no table either. */
async function turnAllTables(): Promise<void> {
  const { turnTables } = await import("@headwater/ui/charts");
  turnTables();
}

/** The keys that do the same on every page. */
function useFrameKeys(): void {
  const navigate = useNavigate();
  const places = usePlaces().flat();
  const log = places.find(({ name }) => name === "log");
  const { step, choose } = usePeriodSteps();
  const move = (direction: -1 | 1) => {
    const to = step(direction);
    if (to !== null) choose(to);
  };
  useKeys(() => [
    { key: "Mod+k", does: keyWords().palette, run: () => summon("palette"), onLine: true },
    ...(log === undefined
      ? []
      : [{ key: "c", does: keyWords().log, run: () => summon("log"), onLine: true }]),
    { key: "ArrowLeft", does: keyWords().earlier, run: () => move(-1) },
    { key: "ArrowRight", does: keyWords().later, run: () => move(1) },
    { key: "z", does: keyWords().undo, run: () => void undoLast() },
    { key: "/", does: keyWords().palette, run: () => summon("palette") },
    { key: "t", does: keyWords().tables, run: () => void turnAllTables() },
    { key: "?", does: keyWords().allKeys, run: () => summon("keys"), onLine: true },
    ...places.map((place) => ({
      key: `g ${place.key}`,
      does: keyWords().go(placeNames()[place.name]),
      run: () => void navigate({ to: place.path }),
    })),
  ]);
}

/** What a phone has at hand; the rest is in the menu. */
const atHand: readonly PlaceName[] = ["home", "log", "projects", "giving", "imports"];

/** Five words: four pages and the menu. */
function FootWords(props: { readonly onMenu: () => void }) {
  const location = useLocation();
  const all = usePlaces().flat();
  const places = atHand.flatMap((name) => all.filter((place) => place.name === name)).slice(0, 4);
  return (
    <nav class="foot-words not-printed" aria-label={t().mainShort}>
      <For each={places}>
        {(place) => (
          <Link to={place.path} aria-current={isHere(place, location().pathname) ? "page" : undefined}>
            {placeNames()[place.name]}
          </Link>
        )}
      </For>
      <button type="button" onClick={() => props.onMenu()}>
        {t().more}
      </button>
    </nav>
  );
}
