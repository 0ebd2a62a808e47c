import type { AskWhy } from "@headwater/contract/ratios";

export type WhyNumber = AskWhy["number"];

/** A figure that is asked why; without a project it is the company's. */
export interface Asked {
  readonly number: WhyNumber;
  readonly project?: string | undefined;
}

/** In the address of every page that shows figures: `why=gap:github.com/curl/curl`, `why=coverage`. */
export interface WhySearch {
  readonly why?: string | undefined;
}

const numbers: readonly WhyNumber[] = [
  "usageShare",
  "reach",
  "minutes",
  "timeValue",
  "cash",
  "inKind",
  "giveBack",
  "giveBackShare",
  "ratio",
  "fairShare",
  "fairShareMet",
  "gap",
  "target",
  "pooled",
  "giveBackOfTarget",
  "coverage",
  "alignment",
  "monthsBehind",
  "hhi",
  "gini",
  "top5",
  "pledge",
];

export function readWhySearch(search: Record<string, unknown>): WhySearch {
  const { why } = search;
  return typeof why === "string" && readAsked(why) !== null ? { why } : {};
}

/** Null for anything that names no figure. */
export function readAsked(why: string): Asked | null {
  const colon = why.indexOf(":");
  const [name, project] = colon < 0 ? [why, ""] : [why.slice(0, colon), why.slice(colon + 1)];
  const number = numbers.find((known) => known === name);
  if (number === undefined || project.length > 600) return null;
  return project === "" ? { number } : { number, project };
}

export function printAsked({ number, project }: Asked): string {
  return project === undefined ? number : `${number}:${project}`;
}
