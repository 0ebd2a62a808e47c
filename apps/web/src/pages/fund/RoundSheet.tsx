import { Failure, Tabs } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { useNavigate } from "@tanstack/solid-router";
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { createStore, reconcile, unwrap } from "solid-js/store";
import { dataOf } from "../../frame/data-of.ts";
import { Refusal } from "../../server.ts";
import { LinesLedger } from "./LinesLedger.tsx";
import { PayeesLedger } from "./PayeesLedger.tsx";
import { PlanFigures } from "./PlanFigures.tsx";
import { type Line, payeesOf, type Plan, planQuery, type Round } from "./queries.ts";
import { RoundHead } from "./RoundHead.tsx";
import { type FundSearch, fundTabs, readFundSearch } from "./search.ts";
import { t } from "./texts.ts";
import { Waiting } from "./Waiting.tsx";
import { WhyThese } from "./WhyThese.tsx";

/** How many lines without a gift or decision are asked for, and how many more with each press. */
const OTHERS = 20;
const MORE_OTHERS = 500;

interface RoundSheetProps {
  readonly id: string;
  readonly search: FundSearch;
  readonly rounds: readonly Round[];
  readonly mayPlan: boolean;
}

/** One round: its budget, its figures, its lines and its payees. */
export function RoundSheet(props: RoundSheetProps) {
  const [others, setOthers] = createSignal(OTHERS);
  const query = useQuery(() => planQuery(props.id, props.search.q, others()));
  // Of another round nothing may be shown as if it were this one's.
  const plan = () => {
    const answer = dataOf(query);
    return answer?.round?.id === props.id ? answer : undefined;
  };
  const failed = () =>
    query.error instanceof Refusal && query.error.isSignedOut ? null : (query.error ?? null);
  return (
    <Switch fallback={<Waiting />}>
      <Match when={plan()}>
        {(shown) => (
          <Sheet
            {...props}
            plan={shown()}
            asking={query.isPlaceholderData}
            onMore={() => setOthers((now) => now + MORE_OTHERS)}
          />
        )}
      </Match>
      <Match when={failed()}>
        {(error) => (
          <Failure title={t().notRead} onRetry={() => void query.refetch()}>
            {error().message}
          </Failure>
        )}
      </Match>
    </Switch>
  );
}

interface SheetProps extends RoundSheetProps {
  readonly plan: Plan;
  readonly asking: boolean;
  readonly onMore: () => void;
}

function Sheet(props: SheetProps) {
  // Rows stay the same rows when a new plan comes: the focus stays where it is, and only what changed is drawn anew.
  const [lines, setLines] = createStore<{ rows: Line[] }>({ rows: [] });
  createEffect(() => {
    const rows = structuredClone(unwrap(props.plan).lines);
    setLines("rows", reconcile(rows, { key: "id" }));
  });
  const navigate = useNavigate();
  const go = (part: FundSearch) =>
    void navigate({
      to: "/fund",
      search: readFundSearch({ ...props.search, ...part }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Show when={props.plan.round}>
      {(round) => (
        <>
          <RoundHead round={round()} plan={props.plan} rounds={props.rounds} mayPlan={props.mayPlan} />
          <PlanFigures plan={props.plan} />
          <WhyThese plan={props.plan} />
          <Tabs
            label={t().tabs}
            value={props.search.tab ?? "lines"}
            tabs={[
              { value: "lines", name: t().lines, rows: props.plan.counts.gifts },
              { value: "payees", name: t().payees, rows: payeesOf(props.plan) },
            ]}
            onChoose={(value) => go({ tab: fundTabs.find((tab) => tab === value) ?? "lines" })}
          >
            <Show
              when={props.search.tab === "payees"}
              fallback={
                <LinesLedger
                  round={round()}
                  plan={props.plan}
                  lines={lines.rows}
                  q={props.search.q ?? ""}
                  asking={props.asking}
                  mayPlan={props.mayPlan}
                  onFind={(q) => go({ q })}
                  onMore={() => props.onMore()}
                />
              }
            >
              <PayeesLedger plan={props.plan} />
            </Show>
          </Tabs>
        </>
      )}
    </Show>
  );
}
