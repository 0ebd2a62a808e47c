import { Button, Icon, Kbd, Mark } from "@headwater/ui/components";
import { count } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Link, useLocation, useNavigate } from "@tanstack/solid-router";
import { createSignal, For, type JSX, Show } from "solid-js";
import { sessionQuery, summaryQuery } from "../queries.ts";
import { signOut } from "../session.ts";
import { DemoNote } from "../pages/demo/DemoNote.tsx";
import { chooseLanguage, languageNames, nextLanguage } from "./language.ts";
import { isHere, type Place, type PlaceName, usePlaces } from "./places.ts";
import { useScope } from "./scope.ts";
import { summon } from "./summon.ts";
import { applyTheme, chosenTheme, nextTheme } from "./theme.ts";
import { placeNames, t } from "./words.ts";
import { dataOf } from "./data-of.ts";

/** The rail: a table of contents. Words, counts at the right like page numbers, no icons. */
export function Contents(props: { readonly onClose?: () => void; readonly children?: JSX.Element }) {
  const places = usePlaces();
  return (
    <>
      <div class="rail-mark">
        <Mark />
        <span>Headwater</span>
        <Show when={props.onClose}>
          {(close) => (
            <button
              type="button"
              class="head-button rail-close"
              aria-label={t().close}
              onClick={() => close()()}
            >
              <Icon name="close" />
            </button>
          )}
        </Show>
      </div>
      {props.children}
      <nav aria-label={t().main}>
        <For each={places}>
          {(group) => (
            <ul class="contents">
              <For each={group}>{(place) => <Line place={place} />}</For>
            </ul>
          )}
        </For>
      </nav>
      <DemoNote />
      <RailFoot />
    </>
  );
}

function Line(props: { readonly place: Place }) {
  const location = useLocation();
  return (
    <li>
      <Link
        to={props.place.path}
        aria-current={isHere(props.place, location().pathname) ? "page" : undefined}
      >
        <span>{placeNames()[props.place.name]}</span>
        <Count of={props.place.name} />
      </Link>
    </li>
  );
}

/** How many there are, where that says something. */
function Count(props: { readonly of: PlaceName }) {
  const scope = useScope();
  const summary = useQuery(() => summaryQuery(scope()));
  const things = () => {
    if (props.of === "projects") return dataOf(summary)?.projects;
    return props.of === "products" ? dataOf(summary)?.products : undefined;
  };
  return <Show when={things()}>{(n) => <span class="contents-count">{count(n())}</span>}</Show>;
}

function RailFoot() {
  const session = useQuery(() => sessionQuery);
  const navigate = useNavigate();
  const [theme, setTheme] = createSignal(chosenTheme());
  const turn = () => applyTheme(setTheme(nextTheme(theme())));
  const leave = async () => {
    await signOut();
    await navigate({ to: "/sign-in" });
  };
  return (
    <div class="rail-foot">
      <Button kind="quiet" size="small" onClick={turn}>
        <Icon name="moon" />
        {`${t().theme}: ${t().themes[theme()]}`}
      </Button>
      <div class="rail-choices">
        <button
          type="button"
          class="rail-choice"
          lang={nextLanguage()}
          onClick={() => chooseLanguage(nextLanguage())}
        >
          {languageNames[nextLanguage()]}
        </button>
        <button type="button" class="rail-choice rail-keys" onClick={() => summon("keys")}>
          {t().keys} <Kbd keys="?" />
        </button>
      </div>
      <p class="rail-person">
        <span class="strong">{dataOf(session)?.name ?? ""}</span>
        <span class="rail-email">{dataOf(session)?.email ?? ""}</span>
      </p>
      <Button kind="quiet" size="small" onClick={() => void leave()}>
        {t().signOut}
      </Button>
    </div>
  );
}
