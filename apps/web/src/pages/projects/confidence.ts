import type { ConfidenceAction, Summary } from "@headwater/contract/ratios";
import type { Confidence } from "@headwater/ui/components";
import { confidenceWords } from "./texts.ts";

type Measures = Summary["confidence"];
type MeasureName = "seenProducts" | "confirmedUsage" | "assumedUsage" | "loggedHours" | "linkedPeople";

const unknownReasons: Readonly<Record<MeasureName, string>> = {
  seenProducts: "no-products",
  confirmedUsage: "no-products",
  assumedUsage: "no-products",
  loggedHours: "no-hours",
  linkedPeople: "no-people",
};

/** The five measures under every ratio (product.md). The server says which are low, by naming the action that raises them. */
export function measuresOf(confidence: Measures): readonly Confidence[] {
  const actions = new Map(confidence.actions.map((action) => [action.measure, wordsOf(action)]));
  const measure = (key: MeasureName, share: number | null): Confidence => ({
    name: confidenceWords()[key],
    share,
    reason: unknownReasons[key],
    action: actions.get(key),
  });
  const { seenProducts, confirmedUsage, assumedUsage, loggedHours, linkedPeople } = confidence;
  // In the order in which they are shown. `assumed` is turned round, so that more is always surer.
  return [
    measure("seenProducts", seenProducts),
    measure("confirmedUsage", confirmedUsage),
    measure("assumedUsage", assumedUsage === null ? null : 1 - assumedUsage),
    measure("loggedHours", loggedHours),
    measure("linkedPeople", linkedPeople),
  ];
}

/** Kinds of targets that have a page; what has none is done by command or call, and the words say which. */
const pages = new Set<ConfidenceAction["target"]["kind"]>(["imports"]);

function wordsOf({ action, target, command, call }: ConfidenceAction): string {
  if (pages.has(target.kind)) return action;
  const say = confidenceWords();
  return `${action} ${command === null ? say.byCall(call) : say.byCommand(command)}`;
}
