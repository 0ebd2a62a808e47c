import { Button, Empty, Ledger, type LedgerColumn } from "@headwater/ui/components";
import { count } from "@headwater/ui/format";
import { useInfiniteQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { isOpen, retireRule } from "./decisions.ts";
import { type Rule, rulesQuery } from "./queries.ts";
import { t } from "./texts.ts";

/** Rules in force, each with the packages that it decides; one goes out of force by a press, and comes back by Z. */
export function Rules(props: {
  readonly q: string | undefined;
  readonly mayChange: boolean;
  readonly onSeeProposals: () => void;
}) {
  const rules = useInfiniteQuery(() => rulesQuery);
  const rows = () => {
    const sought = (props.q ?? "").toLowerCase();
    return (rules.data?.pages.flatMap((page) => page.items) ?? []).filter(
      ({ id, pattern, project }) =>
        isOpen(id) && [pattern, project].some((text) => text.toLowerCase().includes(sought)),
    );
  };
  const columns = (): readonly LedgerColumn<Rule>[] => [
    {
      id: "pattern",
      name: t().pattern,
      width: 260,
      cell: (rule) => <span class="code">{rule.pattern}</span>,
    },
    { id: "project", name: t().project, width: 360, cell: (rule) => rule.project },
    {
      id: "packages",
      name: t().decides,
      unit: t().packageUnit,
      as: "figures",
      width: 90,
      onPhone: true,
      cell: (rule) => count(rule.packages),
    },
    ...(props.mayChange
      ? [
          {
            id: "retire",
            name: t().heads,
            head: () => <span class="said">{t().heads}</span>,
            width: 150,
            cell: (rule: Rule) => (
              <Button size="small" kind="quiet" onClick={() => void retireRule(rule)}>
                {t().retire}
                <span class="said">{` ${rule.pattern}`}</span>
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Show
      when={rules.isPending || rows().length > 0}
      fallback={
        <Empty title={t().noRules} sentence={t().noRulesSentence}>
          <Button onClick={() => props.onSeeProposals()}>{t().seeProposals}</Button>
        </Empty>
      }
    >
      <Ledger
        label={t().rules}
        columns={columns()}
        rows={rows()}
        keyOf={(rule) => rule.id}
        waiting={rules.isPending}
        phoneLine={(rule) => rule.project}
      />
    </Show>
  );
}
