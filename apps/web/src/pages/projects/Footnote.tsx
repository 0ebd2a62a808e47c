import type { Summary } from "@headwater/contract/ratios";
import { decimals, exactAmount, money, percent, unknownReason } from "@headwater/ui/format";
import { For } from "solid-js";
import { noteWords as words, t } from "./texts.ts";

/** What a reader of the table must know and no row shows. */
export function Footnote(props: { readonly summary: Summary }) {
  return (
    <div class="note projects-footnote">
      <For each={sentences(props.summary)}>{(sentence) => <p>{sentence}</p>}</For>
    </div>
  );
}

function sentences(summary: Summary): readonly string[] {
  const { pooled, currency, unknownRows, target, targetUnknown, confidence, notes } = summary;
  const say = words();
  const provisional = confidence.confirmedUsage === null ? 0 : 1 - confidence.confirmedUsage;
  return [
    ...(target === null ? [say.noTarget(unknownReason(targetUnknown))] : []),
    ...(provisional > 0 ? [say.provisional(percent(provisional))] : []),
    ...(unknownRows > 0 ? [say.withoutRate(t().withoutRate(unknownRows), unknownRows)] : []),
    ...(Number(pooled) === 0 ? [] : [say.pooled(money({ amount: pooled, currency }))]),
    ...concentrationSentence(summary),
    pledgeSentence(summary),
    ...notes,
  ];
}

/** Nothing given is concentrated nowhere: then there is no sentence. */
function concentrationSentence({ concentration: { hhi, gini, top5 } }: Summary): readonly string[] {
  if (hhi === null || gini === null || top5 === null) return [];
  return [words().concentration(percent(top5), decimals(hhi, 3), decimals(gini, 2))];
}

/** The bar of the Open Source Pledge, in US dollars a year for each developer. */
const PLEDGE_BAR = "2000";

function pledgeSentence({ pledge }: Summary): string {
  const bar = money({ amount: PLEDGE_BAR, currency: "USD" });
  if (pledge.perDeveloper === null) return words().pledgeUnknown(unknownReason(pledge.unknown), bar);
  return words().pledge(`${pledge.currency} ${exactAmount(pledge.perDeveloper)}`, bar);
}
