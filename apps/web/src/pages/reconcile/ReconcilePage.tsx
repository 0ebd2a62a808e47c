import { Button, Empty, Failure, Tabs } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { useNavigate, useSearch } from "@tanstack/solid-router";
import { Match, Show, Switch } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import { useMay } from "../../self.ts";
import { ofPackage, ofProposal } from "./candidates.ts";
import { Deciding } from "./Deciding.tsx";
import { Evidence } from "./Evidence.tsx";
import { Headline, Waiting } from "./Headline.tsx";
import {
  type LoosePackage,
  looseQuery,
  mappingStateQuery,
  type Proposal,
  proposalsQuery,
} from "./queries.ts";
import "./reconcile.css";
import { Rules } from "./Rules.tsx";
import { readReconcileSearch, type ReconcileTab, reconcileTabs } from "./search.ts";
import { t } from "./texts.ts";

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
              <ProposalsToDecide
                proposals={found().items}
                q={search().q}
                mayChange={mayChange()}
                onClear={() => go({ q: undefined })}
                onSeePackages={() => go({ tab: "packages" })}
              />
            )}
          </Match>
          <Match when={tab() === "packages" && loose.data}>
            {(found) => (
              <PackagesToDecide
                packages={found().items}
                total={found().total}
                q={search().q}
                mayChange={mayChange()}
                onClear={() => go({ q: undefined })}
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

interface ToDecideProps {
  readonly q: string | undefined;
  readonly mayChange: boolean;
  readonly onClear: () => void;
}

interface ProposalsProps extends ToDecideProps {
  readonly proposals: readonly Proposal[];
  readonly onSeePackages: () => void;
}

function ProposalsToDecide(props: ProposalsProps) {
  return (
    <Deciding
      label={t().queueOfProposals}
      nameHead={t().pattern}
      meaningHead={t().project}
      candidates={props.proposals.map(ofProposal)}
      total={props.proposals.length}
      q={props.q}
      mayChange={props.mayChange}
      onClear={props.onClear}
      empty={
        <Empty title={t().noProposals} sentence={t().noProposalsSentence}>
          <Button onClick={() => props.onSeePackages()}>{t().seePackages}</Button>
        </Empty>
      }
    />
  );
}

interface PackagesProps extends ToDecideProps {
  readonly packages: readonly LoosePackage[];
  /** How many there are, those included that are not in the queue yet. */
  readonly total: number;
}

function PackagesToDecide(props: PackagesProps) {
  return (
    <Deciding
      label={t().queueOfPackages}
      nameHead={t().package}
      meaningHead={t().usedIn}
      candidates={props.packages.map(ofPackage)}
      total={props.total}
      q={props.q}
      mayChange={props.mayChange}
      onClear={props.onClear}
      empty={<Empty title={t().allFound} sentence={t().allFoundSentence} />}
    />
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
