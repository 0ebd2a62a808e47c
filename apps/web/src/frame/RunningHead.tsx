import { buttonClass, Icon, Kbd, Mark } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { organizationQuery } from "../queries.ts";
import { Freshness } from "./Freshness.tsx";
import { OutboxCount } from "./OutboxCount.tsx";
import { usePlaces } from "./places.ts";
import { ScopeChips } from "./ScopeChips.tsx";
import { summon } from "./summon.ts";
import { t } from "./words.ts";
import { dataOf } from "./data-of.ts";

/** What every page is about, and the two things that can be done from anywhere. */
export function RunningHead(props: { readonly onMenu: () => void }) {
  const organization = useQuery(() => organizationQuery);
  const places = usePlaces().flat();
  const log = places.find(({ name }) => name === "log");
  return (
    <header class="running-head not-printed">
      <button
        type="button"
        class="head-button head-menu"
        aria-label={t().menu}
        onClick={() => props.onMenu()}
      >
        <Icon name="menu" />
      </button>
      <span class="head-mark">
        <Mark />
      </span>
      <span class="head-organization">{dataOf(organization)?.name ?? ""}</span>
      <ScopeChips />
      <Freshness />
      <div class="head-acts">
        <OutboxCount />
        <button type="button" class="head-find" aria-haspopup="dialog" onClick={() => summon("palette")}>
          <Icon name="search" />
          <span class="head-find-word">{t().findOrDo}</span>
          <span aria-hidden="true">
            <Kbd keys="Mod K" />
          </span>
        </button>
        <Show when={log}>
          {(place) => (
            <Link to={place().path} class={`${buttonClass("normal")} head-log`}>
              {t().logTime} <Kbd keys="C" />
            </Link>
          )}
        </Show>
      </div>
    </header>
  );
}
