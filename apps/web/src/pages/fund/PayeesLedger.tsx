import { Empty, Ledger, type LedgerColumn } from "@headwater/ui/components";
import { amountFigure } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { createSignal, For, Show } from "solid-js";
import { projectAddress } from "../project/address.ts";
import { platformName } from "../projects/texts.ts";
import { As, hostOf } from "./line-columns.tsx";
import type { PayeeSum, Plan } from "./queries.ts";
import { t } from "./texts.ts";

/** Who is paid how much: one maintainer carries many projects. */
export function PayeesLedger(props: { readonly plan: Plan }) {
  return (
    <Show
      when={props.plan.payees.length > 0}
      fallback={<Empty title={t().noGifts} sentence={t().noGiftsSentence} />}
    >
      <div class="fund-payees">
        <Ledger
          label={t().payees}
          columns={columns(props.plan.currency)}
          rows={props.plan.payees}
          keyOf={keyOf}
          phoneLine={(sum) => sum.projects.map(({ name }) => name).join(", ")}
          foot={[
            {
              as: "total",
              name: t().payeeSum,
              cell: (column) => (column === "amount" ? amountFigure(props.plan.allocated) : ""),
            },
          ]}
        />
      </div>
    </Show>
  );
}

function keyOf({ payee }: PayeeSum): string {
  return payee?.url ?? "";
}

function columns(currency: string): readonly LedgerColumn<PayeeSum>[] {
  return [
    {
      id: "payee",
      name: t().payee,
      cell: (sum) =>
        sum.payee === null ? (
          <span class="fund-ask">{t().toAskFirst}</span>
        ) : (
          (sum.payee.handle ?? hostOf(sum.payee.url))
        ),
      width: 200,
    },
    {
      id: "platform",
      name: t().platform,
      cell: (sum) => (sum.payee === null ? "" : platformName(sum.payee.platform)),
      as: "words",
      width: 150,
      spare: 1,
    },
    {
      id: "amount",
      name: t().amount,
      unit: currency,
      cell: (sum) => <span class="strong">{amountFigure(sum.amount)}</span>,
      as: "figures",
      width: 96,
      onPhone: true,
    },
    { id: "as", name: t().as, cell: (sum) => <As payee={sum.payee} />, as: "words", width: 100 },
    {
      id: "projects",
      name: t().forProjects,
      cell: (sum) => <Projects sum={sum} />,
      as: "words",
      width: 520,
      spare: 2,
    },
  ];
}

/** More would be a list of its own, and the lines are that list. */
const MOST_NAMES = 5;

function Projects(props: { readonly sum: PayeeSum }) {
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.sum.projects : props.sum.projects.slice(0, MOST_NAMES));
  const others = () => props.sum.projects.length - shown().length;
  return (
    <span class="fund-for">
      <For each={shown()}>
        {(project, place) => (
          <>
            {place() === 0 ? "" : " · "}
            <Link class="link" {...projectAddress(project.project)}>
              {project.name}
            </Link>
            {` ${amountFigure(project.amount)}`}
          </>
        )}
      </For>
      <Show when={others() > 0}>
        {" · "}
        <button type="button" class="link fund-more not-printed" onClick={() => setAll(true)}>
          {t().andMore(others())}
        </button>
      </Show>
    </span>
  );
}
