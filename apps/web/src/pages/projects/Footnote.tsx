import type { Summary } from "@headwater/contract/ratios";
import { money, percent, unknownReason } from "@headwater/ui/format";
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
    ...notes,
  ];
}
