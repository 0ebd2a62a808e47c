import type { Presence } from "@headwater/contract/projects";

/** A source that nobody has looked at for longer is asked about, and what it does not name may be there by now. */
const STALE_DAYS = 90;

const DAY_MS = 86_400_000;

export interface PresenceFacts {
  readonly contained: boolean;
  /** Of the inventories in force: `list` where they name packages and not who needs whom. */
  readonly shapes: readonly string[];
  readonly lastSeenAt: Date | null;
}

export type PresenceUnknown = "no-inventory" | "stale-inventory" | "list-only";

/** Whether a product contains a project on a day. That an inventory does not name it says nothing where it is old or leaves out what is needed indirectly. */
export function presenceOf(
  { contained, shapes, lastSeenAt }: PresenceFacts,
  at: Date,
): { readonly presence: Presence; readonly unknown: PresenceUnknown | null } {
  if (contained) return { presence: "contained", unknown: null };
  if (shapes.length === 0 || lastSeenAt === null) return { presence: "unknown", unknown: "no-inventory" };
  if (at.getTime() - lastSeenAt.getTime() > STALE_DAYS * DAY_MS)
    return { presence: "unknown", unknown: "stale-inventory" };
  if (shapes.every((shape) => shape === "list")) return { presence: "unknown", unknown: "list-only" };
  return { presence: "absent", unknown: null };
}
