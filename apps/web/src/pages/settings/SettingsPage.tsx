import { AfterAWhile, Empty } from "@headwater/ui/components";
import { Link, useParams } from "@tanstack/solid-router";
import { For, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { useMay } from "../../self.ts";
import { Appearance } from "./Appearance.tsx";
import { ExchangeRates } from "./ExchangeRates.tsx";
import { Headcounts } from "./Headcounts.tsx";
import { Identities } from "./Identities.tsx";
import { Keys } from "./Keys.tsx";
import { MappingRules } from "./MappingRules.tsx";
import { OrganizationSettings } from "./OrganizationSettings.tsx";
import { PeopleAndRoles } from "./PeopleAndRoles.tsx";
import { Periods } from "./Periods.tsx";
import { Rates } from "./Rates.tsx";
import { type SectionName, sections } from "./sections.ts";
import "./settings.css";
import { Targets } from "./Targets.tsx";
import { Teams } from "./Teams.tsx";
import { t } from "./texts.ts";

const pages: Readonly<Record<SectionName, () => JSX.Element>> = {
  organization: OrganizationSettings,
  people: PeopleAndRoles,
  identities: Identities,
  teams: Teams,
  targets: Targets,
  headcounts: Headcounts,
  rates: Rates,
  "exchange-rates": ExchangeRates,
  mapping: MappingRules,
  keys: Keys,
  periods: Periods,
  appearance: Appearance,
};

/** What the company, its people and this browser have settled; each section has its address. */
export function SettingsPage() {
  const parameters = useParams({ from: "/inside/settings/$section" });
  const may = useMay();
  const all = sections.flat();
  const section = () => all.find(({ name }) => name === parameters().section);
  const isSeen = (name: SectionName) => {
    const access = all.find((one) => one.name === name)?.access ?? null;
    return access === null || may(access);
  };
  return (
    <main class="page settings">
      <nav class="settings-sections not-printed" aria-label={t().sections}>
        <h1>{t().title}</h1>
        <For each={sections}>
          {(group) => (
            <ul>
              <For each={group.filter(({ name }) => isSeen(name))}>
                {({ name }) => (
                  <li>
                    <Link
                      to="/settings/$section"
                      params={{ section: name }}
                      aria-current={name === section()?.name ? "page" : undefined}
                    >
                      {t().names[name]}
                    </Link>
                  </li>
                )}
              </For>
            </ul>
          )}
        </For>
      </nav>
      <div class="settings-section">
        <Show
          when={isSeen(section()?.name ?? "people") ? section() : undefined}
          fallback={
            <AfterAWhile>
              <Empty title={t().notForYou} sentence={t().notForYouSentence} />
            </AfterAWhile>
          }
        >
          {(shown) => (
            <>
              <h2 class="settings-title">{t().names[shown().name]}</h2>
              <Dynamic component={pages[shown().name]} />
            </>
          )}
        </Show>
      </div>
    </main>
  );
}
