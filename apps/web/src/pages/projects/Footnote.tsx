import type { Summary } from "@headwater/contract/ratios";
import { decimals, exactAmount, money, percent, unknownReason } from "@headwater/ui/format";
import { For } from "solid-js";
import { rowsWithoutRate } from "./Headline.tsx";

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
  const provisional = confidence.confirmedUsage === null ? 0 : 1 - confidence.confirmedUsage;
  return [
    ...(target === null
      ? [
          `Fair share and gap are unknown (${unknownReason(targetUnknown)}): set what we mean to give in a year to see them.`,
        ]
      : []),
    ...(provisional > 0
      ? [
          `${percent(provisional)} of usage rests on provisional projects: nobody has confirmed yet which project the package belongs to.`,
        ]
      : []),
    ...(unknownRows > 0
      ? [
          `${rowsWithoutRate(unknownRows)} ${unknownRows === 1 ? "is" : "are"} unknown in value and in no sum.`,
        ]
      : []),
    ...(Number(pooled) === 0
      ? []
      : [
          `Pooled memberships of ${money({ amount: pooled, currency })} count for the company, belong to no project and are not in this table.`,
        ]),
    ...concentrationSentence(summary),
    pledgeSentence(summary),
    ...notes,
  ];
}

/** Nothing given is concentrated nowhere: then there is no sentence. */
function concentrationSentence({ concentration: { hhi, gini, top5 } }: Summary): readonly string[] {
  if (hhi === null || gini === null || top5 === null) return [];
  return [
    `The five projects that were given most hold ${percent(top5)} of what we give: concentration (HHI) ${decimals(hhi, 3)}, inequality (Gini) ${decimals(gini, 2)}.`,
  ];
}

/** The bar of the Open Source Pledge, in US dollars a year for each developer. */
const PLEDGE_BAR = "2000";

function pledgeSentence({ pledge }: Summary): string {
  const bar = money({ amount: PLEDGE_BAR, currency: "USD" });
  if (pledge.perDeveloper === null)
    return `What counts for the Open Source Pledge is unknown per developer (${unknownReason(pledge.unknown)}); its bar is ${bar}.`;
  return `For the Open Source Pledge count ${pledge.currency} ${exactAmount(pledge.perDeveloper)} per developer; its bar is ${bar}.`;
}
