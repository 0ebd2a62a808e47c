import type { ProjectUse } from "@headwater/contract/projects";
import { sentenceWords as words } from "./texts.ts";

/** What the sentence is made of besides where the project is used; amounts are decimal strings. */
export interface Given {
  readonly minutes: number | null;
  readonly giveBack: string | null;
  readonly cash: string | null;
  readonly unknownRows: number;
}

/**
 * Why a project matters to us in one sentence or two, from facts alone: how many of our products carry it, the most
 * critical among them, whether anybody asked for it by name, and what we gave. What nobody can say is said.
 */
export function whyItMatters(given: Given, use: Pick<ProjectUse, "products">, currency: string): string {
  return [carriedBy(use), unseen(use), gaveIt(given, currency)].filter((part) => part !== "").join(" ");
}

function carriedBy({ products }: Pick<ProjectUse, "products">): string {
  const say = words();
  const carrying = products.filter(({ presence }) => presence === "contained");
  if (products.length === 0) return say.noProducts;
  if (carrying.length === 0) return say.carriedByNone(products.length);
  const critical = products.filter(({ tier }) => tier === 1).length;
  const among = carrying.filter(({ tier }) => tier === 1).length;
  const named = carrying.filter(({ direct }) => direct === true).length;
  const told = carrying.every(({ direct }) => direct !== null);
  const parts = [
    say.carried(carrying.length, products.length),
    ...(among > 0 && products.length > 1
      ? [carrying.length === 1 ? say.criticalItself : say.critical(among, critical)]
      : []),
    ...(told ? [say.byName(named, carrying.length)] : []),
  ];
  return `${say.together(parts)}.`;
}

function unseen({ products }: Pick<ProjectUse, "products">): string {
  const unknown = products.filter(({ presence }) => presence === "unknown").length;
  return unknown === 0 ? "" : words().cannotSay(unknown);
}

function gaveIt({ minutes, giveBack, cash, unknownRows }: Given, currency: string): string {
  const say = words();
  if (minutes === null || giveBack === null) return "";
  const money = Number(cash) > 0 ? { amount: cash ?? "0", currency } : null;
  if (minutes <= 0 && money === null) return unknownRows > 0 ? say.gaveUnknown : say.gaveNothing;
  return say.gave(minutes, money);
}
