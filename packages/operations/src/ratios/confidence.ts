/** How far the figures can be trusted, each 0 to 1; null where there is nothing to measure. */
export interface Confidence {
  readonly seenProducts: number | null;
  readonly confirmedUsage: number | null;
  /** The part that rests on a first snapshot counted backwards: more is less certain. */
  readonly assumedUsage: number | null;
  readonly loggedHours: number | null;
  readonly linkedPeople: number | null;
}

/** Below this a figure is called low, and a low figure of usage makes the headline partial (product.md, "Confidence strip"). */
const LOW = 0.6;

export function isPartial(confidence: Confidence): boolean {
  return (
    isLow(confidence.seenProducts) ||
    isLow(confidence.confirmedUsage) ||
    isLow(certain(confidence.assumedUsage))
  );
}

/** For each low figure the one action that raises it. */
export function confidenceActions(confidence: Confidence): { measure: string; action: string }[] {
  const rules: [string, number | null, string][] = [
    [
      "seenProducts",
      confidence.seenProducts,
      "Upload the inventories of the products not seen for 30 days, or retire them.",
    ],
    [
      "confirmedUsage",
      confidence.confirmedUsage,
      "Say which projects the largest unconfirmed packages belong to; accept the proposals first.",
    ],
    [
      "assumedUsage",
      certain(confidence.assumedUsage),
      "Upload older inventories, or say since when each product is in use.",
    ],
    [
      "loggedHours",
      confidence.loggedHours,
      "Ask the people behind imported and estimated hours to confirm them.",
    ],
    [
      "linkedPeople",
      confidence.linkedPeople,
      "Ask engineers to link the account under which they contribute.",
    ],
  ];
  return rules.filter(([, value]) => isLow(value)).map(([measure, , action]) => ({ measure, action }));
}

function isLow(value: number | null): boolean {
  return value !== null && value < LOW;
}

function certain(assumed: number | null): number | null {
  return assumed === null ? null : 1 - assumed;
}
