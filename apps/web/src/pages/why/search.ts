import type { AskWhy } from "@headwater/contract/ratios";
import { figureNames } from "@headwater/domain/ratio";

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

export function readWhySearch(search: Record<string, unknown>): WhySearch {
  const { why } = search;
  return typeof why === "string" && readAsked(why) !== null ? { why } : {};
}

/** Null for anything that names no figure. */
export function readAsked(why: string): Asked | null {
  const colon = why.indexOf(":");
  const [name, project] = colon < 0 ? [why, ""] : [why.slice(0, colon), why.slice(colon + 1)];
  const number = figureNames.find((known) => known === name);
  if (number === undefined || project.length > 600) return null;
  return project === "" ? { number } : { number, project };
}

export function printAsked({ number, project }: Asked): string {
  return project === undefined ? number : `${number}:${project}`;
}
