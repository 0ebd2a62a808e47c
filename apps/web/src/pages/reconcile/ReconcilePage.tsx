import { AfterAWhile, Button, Empty, Failure, Skeleton, Tabs } from "@headwater/ui/components";
import { percent } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { useNavigate, useSearch } from "@tanstack/solid-router";
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import { useMay } from "../../self.ts";
import { ofPackage, ofProposal } from "./candidates.ts";
import { Deciding } from "./Deciding.tsx";
import { Evidence } from "./Evidence.tsx";
import { looseQuery, type MappingState, mappingStateQuery, proposalsQuery } from "./queries.ts";
import "./reconcile.css";
import { Rules } from "./Rules.tsx";
import { readReconcileSearch, type ReconcileTab, reconcileTabs } from "./search.ts";
import { t } from "./texts.ts";

/** Where the share of confirmed usage stood when this visit began; progress is told against it. */
const [began, setBegan] = createSignal<number | null>(null);

/** Packages find their projects: by a press of a key, one proposal after the other. */
export function ReconcilePage() {
  const search = useSearch({ from: "/inside/reconcile" });
  const navigate = useNavigate();
  const state = useQuery(() => mappingStateQuery);
  const may = useMay();
  const proposals = useQuery(() => proposalsQuery);
  const loose = useQuery(() => looseQuery);
  const tab = () => search().tab ?? "proposals";
  const mayChange = () => may("mapping.change");
  const go = (next: { readonly tab?: ReconcileTab | undefined; readonly q?: string | undefined }) =>
    void navigate({
      to: "/reconcile",
      search: readReconcileSearch({ ...search(), ...next }),
      replace: true,
      resetScroll: false,
    });
  createEffect(() => {
    const share = state.data?.confirmedUsage;
    if (began() === null && typeof share === "number") setBegan(share);
  });
  const failed = () => [state.error, proposals.error, loose.error].find((error) => error !== null);
  const again = () => void Promise.all([state.refetch(), proposals.refetch(), loose.refetch()]);
  return (
    <main class="page reconcile">
      <Show when={state.data} fallback={<Waiting />}>
        {(known) => <Headline state={known()} alone={loose.data?.total ?? known().packages.provisional} />}
      </Show>
      <Show when={failed()}>
        {(error) => (
          <Failure title={t().notRead} onRetry={again}>
            {error().message}
          </Failure>
        )}
      </Show>
      <Tabs
        label={t().views}
        value={tab()}
        onChoose={(value) => go({ tab: reconcileTabs.find((known) => known === value) })}
        tabs={[
          { value: "proposals", name: t().proposals, rows: proposals.data?.items.length },
          { value: "packages", name: t().packages, rows: loose.data?.total },
          { value: "rules", name: t().rules, rows: state.data?.rules },
          { value: "evidence", name: t().evidence, rows: state.data?.packages.stated },
        ]}
      >
        <Filter q={search().q} onType={(q) => go({ q })} />
        <Switch>
          <Match when={tab() === "proposals" && proposals.data}>
            {(found) => (
              <Deciding
                label={t().queueOfProposals}
                nameHead={t().pattern}
                meaningHead={t().project}
                candidates={found().items.map(ofProposal)}
                total={found().items.length}
                q={search().q}
                mayChange={mayChange()}
                onClear={() => go({ q: undefined })}
                empty={
                  <Empty title={t().noProposals} sentence={t().noProposalsSentence}>
                    <Button onClick={() => go({ tab: "packages" })}>{t().seePackages}</Button>
                  </Empty>
                }
              />
            )}
          </Match>
          <Match when={tab() === "packages" && loose.data}>
            {(found) => (
              <Deciding
                label={t().queueOfPackages}
                nameHead={t().package}
                meaningHead={t().usedIn}
                candidates={found().items.map(ofPackage)}
                total={found().total}
                q={search().q}
                mayChange={mayChange()}
                onClear={() => go({ q: undefined })}
                empty={<Empty title={t().allFound} sentence={t().allFoundSentence} />}
              />
            )}
          </Match>
          <Match when={tab() === "rules"}>
            <Rules q={search().q} mayChange={mayChange()} onSeeProposals={() => go({ tab: "proposals" })} />
          </Match>
          <Match when={tab() === "evidence"}>
            <Evidence q={search().q} />
          </Match>
        </Switch>
      </Tabs>
    </main>
  );
}

/** How far it has come, in words, and against where this visit began. */
function Headline(props: { readonly state: MappingState; readonly alone: number }) {
  const share = () => props.state.confirmedUsage;
  const was = () => {
    const start = began();
    const now = share();
    return start === null || now === null || percent(start, 1) === percent(now, 1) ? null : start;
  };
  // A step of less than a point is seen by one more digit.
  const digits = () => (was() !== null && Math.abs((share() ?? 0) - (was() ?? 0)) < 0.01 ? 1 : 0);
  return (
    <header class="reconcile-head">
      <h1 class="verdict" aria-live="polite">
        <Show when={share() === null ? null : { is: share() ?? 0 }} fallback={t().nothingUsed}>
          {(known) => <>{t().confirmed(percent(known().is, digits()))}</>}
        </Show>
        <Show when={was() === null ? null : { is: was() ?? 0 }}>
          {(before) => <span class="reconcile-was">{t().was(percent(before().is, digits()))}</span>}
        </Show>
      </h1>
      <p class="lede">{t().lede(props.alone)}</p>
      <p class="note reconcile-computing" role="status">
        <Show when={props.state.recomputing > 0}>{t().recomputing(props.state.recomputing)}</Show>
      </p>
    </header>
  );
}

function Waiting() {
  return (
    <header class="reconcile-head">
      <h1 class="said">{t().title}</h1>
      <AfterAWhile>
        <Skeleton as="sentence" />
      </AfterAWhile>
    </header>
  );
}

function Filter(props: { readonly q: string | undefined; readonly onType: (q: string | undefined) => void }) {
  let field!: HTMLInputElement;
  useKeys(() => [{ key: "/", does: t().actions.search, run: () => field.focus() }]);
  return (
    <input
      ref={(element) => {
        field = element;
      }}
      class="field-input reconcile-filter"
      type="search"
      aria-label={t().filter}
      placeholder={t().filter}
      value={props.q ?? ""}
      onInput={(event) => props.onType(event.currentTarget.value || undefined)}
    />
  );
}
