import type { ProjectFacts, ProjectHistory } from "@headwater/contract/projects";
import { AfterAWhile, Button, buttonClass, Failure, Skeleton, Tabs } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/solid-router";
import { Match, Show, Switch } from "solid-js";
import { useScope } from "../../frame/scope.ts";
import { summon } from "../../frame/summon.ts";
import { ecosystemName } from "../projects/texts.ts";
import { useWhyKey } from "../why/use-why-key.ts";
import { projectAddress, slugOfAddress } from "./address.ts";
import { Channels, Packages, Ways } from "./Channels.tsx";
import { History } from "./History.tsx";
import { Months } from "./Months.tsx";
import "./project.css";
import { ProjectFigures } from "./ProjectFigures.tsx";
import {
  answered,
  projectHistoryQuery,
  projectMonthsQuery,
  projectQuery,
  projectUseQuery,
} from "./queries.ts";
import { projectTabs, readProjectSearch } from "./search.ts";
import { t } from "./texts.ts";
import { WhereUsed } from "./WhereUsed.tsx";
import { whyItMatters } from "./why-it-matters.ts";

/** One project: why it matters, what it takes and gets, where it is, what was given, how it is paid. */
export function ProjectPage() {
  const params = useParams({ from: "/inside/projects/$host/$" });
  const scope = useScope();
  const slug = () => slugOfAddress(params());
  const facts = useQuery(() => projectQuery(slug(), scope()));
  return (
    <main class="page">
      <Switch>
        <Match when={facts.error}>
          {(error) => (
            <Failure title={t().notRead} onRetry={() => void facts.refetch()}>
              {error().message}
            </Failure>
          )}
        </Match>
        <Match when={answered(facts)}>{(known) => <Project facts={known()} />}</Match>
        <Match when={true}>
          <AfterAWhile>
            <Skeleton as="sentence" />
          </AfterAWhile>
        </Match>
      </Switch>
    </main>
  );
}

function Project(props: { readonly facts: ProjectFacts }) {
  const search = useSearch({ from: "/inside/projects/$host/$" });
  const navigate = useNavigate();
  const scope = useScope();
  const slug = () => props.facts.slug;
  const use = useQuery(() => projectUseQuery(slug()));
  const history = useQuery(() => projectHistoryQuery(slug(), scope()));
  const tab = () => search().tab ?? "overview";
  const go = (next: string) =>
    void navigate({
      ...projectAddress(slug()),
      search: readProjectSearch({ tab: next }),
      replace: true,
      resetScroll: false,
    });
  useWhyKey(() => ({ number: "gap", project: slug() }));
  return (
    <>
      <Head facts={props.facts} />
      <p class="lede project-sentence">
        <Show when={props.facts.figures}>
          {(figures) => (
            <Show when={answered(use)}>
              {(where) => whyItMatters(figures(), where(), props.facts.currency)}
            </Show>
          )}
        </Show>
        <Show when={props.facts.controlled}>{t().controlled}</Show>
      </p>
      <Show when={props.facts.figures}>
        {(figures) => <ProjectFigures facts={props.facts} figures={figures()} use={answered(use) ?? null} />}
      </Show>
      <Tabs
        label={t().tabsLabel}
        tabs={projectTabs.map((value) => ({ value, name: t().tabs[value], rows: rowsOf(value) }))}
        value={tab()}
        onChoose={go}
      >
        <Switch>
          <Match when={tab() === "overview"}>
            <Overview facts={props.facts} history={answered(history) ?? null} />
            <Show when={answered(use)}>{(where) => <WhereUsed use={where()} />}</Show>
            <div class="project-two">
              <Show when={answered(history)}>{(known) => <History history={known()} />}</Show>
              <Packages facts={props.facts} />
            </div>
          </Match>
          <Match when={tab() === "where"}>
            <Show when={answered(use)}>{(where) => <WhereUsed use={where()} />}</Show>
            <Packages facts={props.facts} />
          </Match>
          <Match when={tab() === "history"}>
            <Show when={answered(history)}>{(known) => <History history={known()} />}</Show>
          </Match>
          <Match when={tab() === "channels"}>
            <Channels facts={props.facts} />
          </Match>
        </Switch>
      </Tabs>
    </>
  );

  function rowsOf(value: (typeof projectTabs)[number]): number | undefined {
    if (value === "where")
      return answered(use)?.products.filter(({ presence }) => presence === "contained").length;
    if (value === "history") return linesOf(answered(history));
    return value === "channels" ? props.facts.channels.length : undefined;
  }
}

function Head(props: { readonly facts: ProjectFacts }) {
  return (
    <header class="project-head">
      <p class="byline project-crumbs">
        <Link to="/projects" class="link">
          {t().projects}
        </Link>
        {props.facts.ecosystems.map((type) => ` · ${ecosystemName(type)}`).join("")}
      </p>
      <div class="project-title">
        <h1>{props.facts.name}</h1>
        <span class="byline code project-slug">{props.facts.slug}</span>
        <span class="byline">{t().mappedBy[basisOf(props.facts)]}</span>
        <span class="project-actions not-printed">
          <Button onClick={() => summon("log")}>
            {t().logTime} <kbd>C</kbd>
          </Button>
          <Link
            to="/giving/money"
            search={{ project: props.facts.slug, record: true }}
            class={buttonClass("normal")}
          >
            {t().giveMoney}
          </Link>
        </span>
      </div>
    </header>
  );
}

const trust = ["person", "rule", "stated", "provisional"] as const;

/** The mapping of a project is as sure as that of its least sure package. */
function basisOf({ packages }: ProjectFacts): (typeof trust)[number] {
  return trust.toReversed().find((basis) => packages.some((row) => row.basis === basis)) ?? "person";
}

function Overview(props: { readonly facts: ProjectFacts; readonly history: ProjectHistory | null }) {
  const scope = useScope();
  const months = useQuery(() => ({
    ...projectMonthsQuery(props.facts.slug, scope()),
    enabled: !props.facts.controlled,
  }));
  return (
    <div class="project-columns">
      <div class="project-chart">
        <Show when={answered(months)}>{(known) => <Months months={known()} />}</Show>
        <Show when={months.error}>
          {(error) => (
            <Failure title={t().notRead} onRetry={() => void months.refetch()}>
              {error().message}
            </Failure>
          )}
        </Show>
      </div>
      <div class="project-side">
        <Ways facts={props.facts} />
        <Show when={props.history}>{(history) => <People history={history()} />}</Show>
      </div>
    </div>
  );
}

/** Teams, never people: who is known to whom is found by asking a team. */
function People(props: { readonly history: ProjectHistory }) {
  const words = () => {
    const { teams, otherTeams } = props.history;
    if (teams.length > 0) return t().teamsLogged(teams.map(({ name }) => name).join(", "), otherTeams);
    return otherTeams ? t().othersLogged : t().nobodyLogged;
  };
  return (
    <section>
      <h2>{t().peopleTitle}</h2>
      <p class="note">{words()}</p>
    </section>
  );
}

function linesOf(history: ProjectHistory | undefined): number | undefined {
  return history && history.time.length + history.moneyTotal;
}
