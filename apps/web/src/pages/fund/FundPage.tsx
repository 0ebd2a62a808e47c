import { Empty, Failure } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { useSearch } from "@tanstack/solid-router";
import { Match, Show, Switch } from "solid-js";
import { dataOf } from "../../frame/data-of.ts";
import { useMay } from "../../self.ts";
import { Refusal } from "../../server.ts";
import "./fund.css";
import { NewRound } from "./NewRound.tsx";
import { roundsQuery } from "./queries.ts";
import { RoundSheet } from "./RoundSheet.tsx";
import { t } from "./texts.ts";
import { Waiting } from "./Waiting.tsx";

/** A budget, whom it goes to and why, what that does to the figures, and who is paid. */
export function FundPage() {
  const search = useSearch({ from: "/inside/fund" });
  const may = useMay();
  const rounds = useQuery(() => roundsQuery);
  const list = () => dataOf(rounds)?.items;
  const chosen = () => search().round ?? list()?.[0]?.id;
  const isNew = () => search().new === true || chosen() === undefined;
  const failed = () =>
    rounds.error instanceof Refusal && rounds.error.isSignedOut ? null : (rounds.error ?? null);
  return (
    <main class="page page-wide fund">
      <Switch fallback={<Waiting />}>
        <Match when={list() === undefined ? failed() : null}>
          {(error) => (
            <Failure title={t().notRead} onRetry={() => void rounds.refetch()}>
              {error().message}
            </Failure>
          )}
        </Match>
        <Match when={list() !== undefined && isNew()}>
          <Show
            when={may("round.plan")}
            fallback={<Empty wholePage title={t().mayNot} sentence={t().mayNotSentence} />}
          >
            <NewRound isFirst={list()?.length === 0} budget={search().budget} />
          </Show>
        </Match>
        <Match when={list() === undefined ? undefined : chosen()}>
          {(id) => (
            <RoundSheet id={id()} search={search()} rounds={list() ?? []} mayPlan={may("round.plan")} />
          )}
        </Match>
      </Switch>
    </main>
  );
}
