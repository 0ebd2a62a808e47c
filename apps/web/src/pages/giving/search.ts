import type { ContributionKind } from "@headwater/domain/contribution";
import { parseContributionKind } from "@headwater/domain/contribution";
import { type DonationKind, parseDonationKind } from "@headwater/domain/donation";

/** What of the pages of giving is in their address, besides the scope. */
export interface TimeSearch {
  /** Slug of a project. */
  readonly project?: string | undefined;
  readonly kind?: ContributionKind | undefined;
  /** Only one's own rows. */
  readonly mine?: true | undefined;
}

export interface MoneySearch {
  readonly project?: string | undefined;
  readonly kind?: DonationKind | undefined;
  /** The form lies open, for that project. */
  readonly record?: true | undefined;
}

export function readTimeSearch(search: Record<string, unknown>): TimeSearch {
  const kind = parseContributionKind(textOf(search["kind"]));
  return {
    ...projectIn(search),
    ...(kind === null ? {} : { kind }),
    ...(search["mine"] === true ? { mine: true as const } : {}),
  };
}

export function readMoneySearch(search: Record<string, unknown>): MoneySearch {
  const kind = parseDonationKind(textOf(search["kind"]));
  return {
    ...projectIn(search),
    ...(kind === null ? {} : { kind }),
    ...(search["record"] === true ? { record: true as const } : {}),
  };
}

function projectIn(search: Record<string, unknown>): { readonly project?: string } {
  const project = textOf(search["project"]);
  return project === "" ? {} : { project };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
