import { KeyFigure, KeyFigures, Money } from "@headwater/ui/components";
import { duration, money, unknownReason } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { useScope } from "../../frame/scope.ts";
import { summaryQuery } from "../../queries.ts";
import "./giving.css";
import { t } from "./texts.ts";

/** The two ledgers beside each other: cash that counts for the Pledge is a part of what is given and never added to it. */
export function GivingHead(props: { readonly at: "time" | "money" }) {
  const scope = useScope();
  const summary = useQuery(() => summaryQuery(scope()));
  return (
    <>
      <div class="giving-title">
        <h1>{t().title}</h1>
        <nav class="giving-parts" aria-label={t().parts}>
          <Link to="/giving/time" aria-current={props.at === "time" ? "page" : undefined}>
            {t().time}
          </Link>
          <Link to="/giving/money" aria-current={props.at === "money" ? "page" : undefined}>
            {t().money}
          </Link>
        </nav>
      </div>
      <Show when={summary.data} fallback={<div class="giving-figures-room" />}>
        {(figures) => {
          const amount = (value: string) => ({ amount: value, currency: figures().currency });
          const pledge = () => figures().pledge;
          return (
            <KeyFigures>
              <KeyFigure
                name={t().pledgeCash}
                figure={<Money bare value={amount(pledge().eligibleCash)} />}
                unit={figures().currency}
                caption={
                  pledge().perDeveloper === null
                    ? t().noHeadcount
                    : t().perDeveloper(money(amount(pledge().perDeveloper ?? "0")))
                }
              />
              <KeyFigure
                name={t().totalGiveBack}
                figure={<Money bare value={amount(figures().giveBack)} />}
                unit={figures().currency}
                caption={t().sumOf}
              />
              <KeyFigure
                name={t().cashAll}
                figure={<Money bare value={amount(figures().cash)} />}
                unit={figures().currency}
                caption={
                  figures().pooled === "0.00" ? t().ofAll : t().pooledPart(money(amount(figures().pooled)))
                }
              />
              <KeyFigure
                name={t().timeValue}
                figure={
                  figures().time === null ? (
                    unknownReason("no-rate")
                  ) : (
                    <Money bare value={amount(figures().time)} />
                  )
                }
                unit={figures().currency}
                caption={t().hours(duration(figures().minutes))}
              />
            </KeyFigures>
          );
        }}
      </Show>
    </>
  );
}
