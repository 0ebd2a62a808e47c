import type { Confidence } from "@headwater/ui/components";
import type { Known, Summary } from "../../answers.ts";

/** A measure below this is low. */
const LOW = 0.6;

/** The five measures under every ratio (product.md). `assumed` is turned round, so that more is always surer. */
export function measuresOf(confidence: Summary["confidence"]): readonly Confidence[] {
  const { assumedUsage } = confidence;
  const observed: Known<number> =
    assumedUsage.value === null ? assumedUsage : { value: 1 - assumedUsage.value };
  return [
    measure("Products seen in 30 days", confidence.seenProducts),
    measure("Usage on confirmed projects", confidence.confirmedUsage),
    measure("Usage seen, not assumed", observed),
    measure("Hours logged, not estimated", confidence.loggedHours),
    measure("Engineers linked", confidence.linkedPeople),
  ];
}

function measure(name: string, share: Known<number>): Confidence {
  return { name, share: share.value, reason: share.reason, low: share.value !== null && share.value < LOW };
}
