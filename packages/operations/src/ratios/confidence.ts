import type { ConfidenceAction } from "@headwater/contract/ratios";

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

/** Why a figure is null: there is nothing to measure. */
export function confidenceReasons(confidence: Confidence): Readonly<Record<string, string>> {
  const reasons: Readonly<Record<keyof Confidence, string>> = {
    seenProducts: "no-products",
    confirmedUsage: "no-products",
    assumedUsage: "no-products",
    loggedHours: "no-hours",
    linkedPeople: "no-people",
  };
  const missing = Object.entries(confidence).filter(([, value]) => value === null);
  return Object.fromEntries(
    Object.entries(reasons)
      .filter(([name]) => missing.some(([other]) => other === name))
      .map(([name, why]) => [`${name}Unknown`, why]),
  );
}

type Way = Pick<ConfidenceAction, "action" | "target" | "command" | "call">;

const push = "headwater push FILE --product NAME";

/** The one action that raises each figure, and where it is done. */
const ways: Readonly<Record<keyof Confidence, Way>> = {
  seenProducts: {
    action: "Upload the inventories of the products not seen for 30 days, or retire them.",
    target: { kind: "imports", parameters: {} },
    command: push,
    call: "POST /api/v1/sboms",
  },
  confirmedUsage: {
    action: "Say which projects the largest unconfirmed packages belong to; accept the proposals first.",
    target: { kind: "mapping-proposals", parameters: {} },
    command: null,
    call: "GET /api/v1/mapping-proposals, then PUT /api/v1/mapping-rules",
  },
  assumedUsage: {
    action: "Upload older inventories, or say since when each product is in use.",
    target: { kind: "products", parameters: {} },
    command: `${push} --taken-at INSTANT`,
    call: "PATCH /api/v1/products/{slug}",
  },
  loggedHours: {
    action: "Ask the people behind imported and estimated hours to confirm them.",
    target: { kind: "contributions", parameters: { basis: "estimated" } },
    command: null,
    call: "GET /api/v1/contributions?basis=estimated",
  },
  linkedPeople: {
    action: "Ask engineers to link the account under which they contribute.",
    target: { kind: "people", parameters: {} },
    command: null,
    call: "POST /api/v1/people/{id}/identities",
  },
};

/** For each low figure the one action that raises it. */
export function confidenceActions(confidence: Confidence): ConfidenceAction[] {
  const surer = { ...confidence, assumedUsage: certain(confidence.assumedUsage) };
  const measures = ["seenProducts", "confirmedUsage", "assumedUsage", "loggedHours", "linkedPeople"] as const;
  return measures
    .filter((measure) => isLow(surer[measure]))
    .map((measure) => ({ measure, ...ways[measure] }));
}

function isLow(value: number | null): boolean {
  return value !== null && value < LOW;
}

function certain(assumed: number | null): number | null {
  return assumed === null ? null : 1 - assumed;
}
