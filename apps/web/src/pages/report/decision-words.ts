import type { Report, ReportDecision } from "@headwater/contract/reports";
import { money, monthsFigure, percent } from "@headwater/ui/format";
import { t } from "./texts.ts";

/** `Give USD 80,000 to 41 projects, to each its gap. Coverage of usage goes from 52 % to 82 %, …`. */
export function askWords({ amount, projects, before, after }: ReportDecision, currency: string): string {
  const changes = [
    before.coverage === null || after.coverage === null
      ? null
      : t().coverageGoes(percent(before.coverage), percent(after.coverage)),
    before.monthsBehind === null || after.monthsBehind === null
      ? null
      : t().behindGoes(months(before.monthsBehind), months(after.monthsBehind)),
  ].filter((change) => change !== null);
  const asked = t().give(money({ amount, currency }), projects);
  return changes.length === 0 ? asked : `${asked} ${capital(changes.join(", "))}.`;
}

/** Where the projects stand, and what the gift leaves open. */
export function basisWords({ summary: { gap, tail, currency } }: Report): string {
  if (gap === null) return "";
  const tailGap = tail.gap !== null && Number(tail.gap) > 0 ? money({ amount: tail.gap, currency }) : null;
  return t().decisionBasis(money({ amount: gap, currency }), tailGap);
}

function months(figure: number): string {
  return figure === 0 ? "0" : monthsFigure(figure);
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
