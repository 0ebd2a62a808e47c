import type { Why } from "@headwater/contract/ratios";
import { exactGiving, type AllGiving, type ExactGiving } from "./exact-giving.ts";
import { exactTarget, halfEven, meanDevelopers } from "./exact-target.ts";
import { exactUsage, numberOf, type ExactUse } from "./exact-usage.ts";
import type { NamedFacts } from "./facts.ts";

interface Line extends ExactGiving {
  readonly id: string;
  readonly u: number;
  readonly giveBack: bigint;
  readonly fair: bigint | null;
  readonly tail: boolean;
}

interface Whole {
  readonly lines: readonly Line[];
  readonly giving: AllGiving;
  readonly target: bigint | null;
  readonly use: ReadonlyMap<string, ExactUse>;
  readonly positive: bigint;
  readonly months: number;
  readonly smallest: bigint;
}

/** The figure from the named rows alone, by other code than the product's; null where it is unknown. Amounts in minor units. */
export function recomputed(
  answer: Why,
  facts: NamedFacts,
  projectId: string | null,
  fiscalYearStart: number,
): bigint | number | null {
  const [start, end] = [inputOf(answer, "first day of the period"), inputOf(answer, "day after the period")];
  const smallest = inputOf(answer, "smallest sensible gift");
  const whole = wholeOf(
    facts,
    start,
    end,
    fiscalYearStart,
    smallest === "" ? 0n : BigInt(smallest.replace(".", "")),
  );
  if (answer.number === "pledge")
    return pledge(whole.giving.eligible, meanDevelopers(facts.headcounts, start, end));
  return projectId === null ? ofCompany(answer.number, whole) : ofProject(answer.number, whole, projectId);
}

function inputOf(answer: Why, name: string): string {
  return String(answer.inputs.find((input) => input.name === name)?.value ?? "");
}

function wholeOf(
  facts: NamedFacts,
  start: string,
  end: string,
  fiscalYearStart: number,
  smallest: bigint,
): Whole {
  const giving = exactGiving(facts);
  const use = exactUsage(facts, start, end);
  const target = exactTarget(facts.targets, start, end, fiscalYearStart);
  const ids = [...new Set([...use.keys(), ...giving.projects.keys()])].sort();
  const weights = ids.map((id) => units(use.get(id)));
  const fair = target === null ? null : split(target, weights);
  const lines = ids.map((id, place): Line => {
    const given = giving.projects.get(id) ?? {
      minutes: 0,
      time: 0n,
      cash: 0n,
      inKind: 0n,
      valued: 0,
      unvalued: 0,
    };
    const giveBack = given.time + given.cash + given.inKind;
    const u = numberOf(use.get(id)?.usage ?? { over: 0n, under: 1n });
    const share = fair?.[place] ?? null;
    const beyond = u === 0 && (giveBack !== 0n || given.unvalued > 0);
    return { ...given, id, u, giveBack, fair: share, tail: !beyond && share !== null && share < smallest };
  });
  const positive = lines.reduce(
    (sum, line) => sum + positiveOf(line.giveBack),
    positiveOf(giving.toTail.cash + giving.toTail.inKind),
  );
  return { lines, giving, target, use, positive, months: monthsOf(start, end), smallest };
}

function ofProject(
  number: Why["number"],
  { lines, use, positive, target }: Whole,
  id: string,
): bigint | number | null {
  const empty: Line = {
    id,
    u: 0,
    giveBack: 0n,
    fair: target !== null && lines.some((line) => line.u > 0) ? 0n : null,
    tail: false,
    minutes: 0,
    time: 0n,
    cash: 0n,
    inKind: 0n,
    valued: 0,
    unvalued: 0,
  };
  const line = lines.find((candidate) => candidate.id === id) ?? empty;
  const unvalued = line.valued === 0 && line.unvalued > 0;
  const g = positive <= 0n || unvalued ? null : quotient(positiveOf(line.giveBack), positive);
  switch (number) {
    case "usageShare":
      return line.u;
    case "reach":
      return numberOf(use.get(id)?.reach ?? { over: 0n, under: 1n });
    case "minutes":
      return line.minutes;
    case "timeValue":
      return line.time;
    case "cash":
      return line.cash;
    case "inKind":
      return line.inKind;
    case "giveBack":
      return line.giveBack;
    case "giveBackShare":
      return g;
    case "ratio":
      return g === null || line.u === 0 ? null : g / line.u;
    case "fairShare":
      return line.fair;
    case "fairShareMet":
      return unvalued || line.fair === null || line.fair === 0n ? null : quotient(line.giveBack, line.fair);
    case "gap":
      return line.fair === null ? null : positiveOf(line.fair - line.giveBack);
    default:
      throw new Error(`${number} is of the company`);
  }
}

function ofCompany(number: Why["number"], whole: Whole): bigint | number | null {
  const { lines, giving, target, positive, months } = whole;
  const sum = (of: (line: Line) => bigint) => lines.reduce((total, line) => total + of(line), 0n);
  const all = sum((line) => line.giveBack) + giving.toTail.cash + giving.toTail.inKind;
  switch (number) {
    case "minutes":
      return lines.reduce((total, line) => total + line.minutes, 0);
    case "timeValue":
      return sum((line) => line.time);
    case "cash":
      return sum((line) => line.cash) + giving.toTail.cash;
    case "inKind":
      return sum((line) => line.inKind) + giving.toTail.inKind;
    case "giveBack":
      return all + giving.pooled;
    case "pooled":
      return giving.pooled;
    case "target":
      return target;
    case "giveBackOfTarget":
      return target === null || target === 0n ? null : quotient(all + giving.pooled, target);
    case "gap":
      return gapOf(whole);
    case "monthsBehind": {
      const gap = gapOf(whole);
      return gap === null || target === null || target === 0n ? null : quotient(gap, target) * months;
    }
    case "coverage":
      return coverage(whole);
    case "alignment":
      return alignment(whole);
    case "hhi":
      return positive <= 0n
        ? null
        : total(lines.map((line) => quotient(positiveOf(line.giveBack), positive) ** 2));
    case "top5":
      return positive <= 0n
        ? null
        : total(
            lines
              .map((line) => quotient(positiveOf(line.giveBack), positive))
              .sort((one, other) => other - one)
              .slice(0, 5),
          );
    case "gini":
      return positive <= 0n
        ? null
        : gini(
            lines
              .filter((line) => !line.tail && (line.u > 0 || line.giveBack !== 0n))
              .map((line) => positiveOf(line.giveBack)),
          );
    default:
      throw new Error(`${number} is of a project`);
  }
}

function tailOf({ lines, giving }: Whole) {
  const tail = lines.filter((line) => line.tail);
  const whole = giving.toTail.cash + giving.toTail.inKind;
  return {
    u: total(tail.map((line) => line.u)),
    giveBack: tail.reduce((sum, line) => sum + line.giveBack, whole),
    positive: tail.reduce((sum, line) => sum + positiveOf(line.giveBack), positiveOf(whole)),
    fair: tail.reduce((sum, line) => sum + (line.fair ?? 0n), 0n),
  };
}

function gapOf(whole: Whole): bigint | null {
  if (whole.target === null || whole.lines.some((line) => line.fair === null)) return null;
  const tail = tailOf(whole);
  return whole.lines
    .filter((line) => !line.tail)
    .reduce(
      (sum, line) => sum + positiveOf((line.fair ?? 0n) - line.giveBack),
      positiveOf(tail.fair - tail.giveBack),
    );
}

function coverage(whole: Whole): number | null {
  const { lines, target, smallest } = whole;
  if (target === null || target === 0n || lines.every((line) => line.u === 0)) return null;
  const tail = tailOf(whole);
  const covered = lines.filter((line) => {
    const enough = line.fair !== null && line.fair < smallest ? line.fair : smallest;
    return !line.tail && (line.minutes >= 60 || (line.giveBack > 0n && line.giveBack >= enough));
  });
  const met = tail.fair === 0n ? 0 : Math.min(1, Math.max(0, quotient(tail.giveBack, tail.fair)));
  return total([...covered.map((line) => line.u), tail.u * met]);
}

function alignment(whole: Whole): number | null {
  const { lines, positive } = whole;
  if (positive <= 0n || lines.every((line) => line.u === 0)) return null;
  const tail = tailOf(whole);
  return total([
    ...lines
      .filter((line) => !line.tail)
      .map((line) => Math.min(quotient(positiveOf(line.giveBack), positive), line.u)),
    Math.min(quotient(tail.positive, positive), tail.u),
  ]);
}

/** Mean difference of all pairs, by twice the mean: another formula than the product's. */
function gini(parts: readonly bigint[]): number {
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  if (whole === 0n) return 0;
  let differences = 0n;
  for (const one of parts) for (const other of parts) differences += one > other ? one - other : other - one;
  return quotient(differences, 2n * BigInt(parts.length) * whole);
}

function pledge(eligible: bigint, millionths: bigint | null): bigint | null {
  return millionths === null || millionths === 0n ? null : halfEven(eligible * 1_000_000n, millionths);
}

/** Whole units of 1e-15, the resolution of stored mass. */
function units(use: ExactUse | undefined): bigint {
  return use === undefined
    ? 0n
    : (use.usage.over * 2n * 10n ** 15n + use.usage.under) / (use.usage.under * 2n);
}

/** Largest remainder, ties to the earlier; null where there is nothing to split by. */
function split(amount: bigint, weights: readonly bigint[]): bigint[] | null {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) return null;
  const parts = weights.map((weight, place) => ({
    place,
    part: (amount * weight) / whole,
    rest: (amount * weight) % whole,
  }));
  let left = amount - parts.reduce((sum, { part }) => sum + part, 0n);
  const result = parts.map(({ part }) => part);
  for (const { place } of parts.toSorted((one, other) =>
    one.rest === other.rest ? one.place - other.place : one.rest > other.rest ? -1 : 1,
  )) {
    if (left === 0n) break;
    result[place] = (result[place] ?? 0n) + 1n;
    left -= 1n;
  }
  return result;
}

function monthsOf(start: string, end: string): number {
  const nextYear = `${Number(start.slice(0, 4)) + 1}${start.slice(4)}`;
  return nextYear === end ? 12 : (Date.parse(end) - Date.parse(start)) / 86_400_000 / 30.4375;
}

function positiveOf(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

function quotient(over: bigint, under: bigint): number {
  return Number(over) / Number(under);
}

function total(parts: readonly number[]): number {
  return parts.toSorted((one, other) => one - other).reduce((sum, part) => sum + part, 0);
}
