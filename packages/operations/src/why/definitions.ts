import type { AskWhy } from "@headwater/contract/ratios";

export type NumberName = AskWhy["number"];

/** Which rows a figure is made of. `own` are those of the project asked for, or of the company where none is. */
export interface Definition {
  /** Of a project, of the company, or of either. */
  readonly of: "project" | "company" | "either";
  /** A sentence or two that say how the figure comes about. */
  readonly formula: string;
  readonly time: "none" | "own" | "all";
  readonly money: MoneyNeeded;
  readonly usage: "none" | "project" | "all";
  readonly target: "needed" | "not-needed";
  readonly headcount: "needed" | "not-needed";
}

/**
 * `own` without pooled money for a project and with it for the company; `cash` and `in-kind` are never pooled;
 * `all` is what shares are taken of, `with-pooled` everything.
 */
export type MoneyNeeded = "none" | "own" | "cash" | "in-kind" | "all" | "with-pooled" | "pooled" | "eligible";

const nothing = {
  time: "none",
  money: "none",
  usage: "none",
  target: "not-needed",
  headcount: "not-needed",
} as const;
const given = { ...nothing, time: "all", money: "all" } as const;
const everything = { ...given, usage: "all", target: "needed" } as const;

/** Every number that can be asked for (product.md, "The numbers"; docs/how/attribution.md and ratios.md). */
export const definitions: Readonly<Record<NumberName, Definition>> = {
  usageShare: {
    ...nothing,
    of: "project",
    usage: "project",
    formula:
      "On each day, the points of each product times the part of the product that the project keeps, divided by the same sum over all projects; then the mean over the days on which anything was kept.",
  },
  reach: {
    ...nothing,
    of: "project",
    usage: "project",
    formula:
      "On each day, the points of the products that contain the project divided by the points of all products in use; then the mean over the days on which a product was in use.",
  },
  minutes: {
    ...nothing,
    of: "either",
    time: "own",
    formula: "The minutes of all contributions of the period, less those that were taken back.",
  },
  timeValue: {
    ...nothing,
    of: "either",
    time: "own",
    formula:
      "The values of all contributions of the period, each its minutes at the hourly rate of its day, rounded when it was written. Rows without a rate are left out and counted beside it.",
  },
  cash: {
    ...nothing,
    of: "either",
    money: "cash",
    formula:
      "The values of all gifts of money of the period, each at the exchange rate of its day, as far as they are attributed to projects or to the tail. Pooled money stands beside it.",
  },
  inKind: {
    ...nothing,
    of: "either",
    money: "in-kind",
    formula:
      "The values of all gifts in kind of the period, each at the exchange rate of its day, as far as they are attributed to projects or to the tail. What was pooled stands beside it.",
  },
  giveBack: {
    ...nothing,
    of: "either",
    time: "own",
    money: "own",
    formula:
      "The value of time, cash and gifts in kind of the period; for the company with what was pooled, for a project with the parts of donations that are attributed to it.",
  },
  giveBackShare: {
    ...given,
    of: "project",
    formula:
      "The project's give-back divided by the give-back of all projects and of the tail. A sum below zero counts as zero, and pooled money is no part of it.",
  },
  ratio: {
    ...given,
    of: "project",
    usage: "project",
    formula:
      "The project's share of all give-back divided by its share of all usage: above 1 it gets more than its part, below 1 less.",
  },
  fairShare: {
    ...nothing,
    of: "project",
    usage: "all",
    target: "needed",
    formula:
      "The target split over all projects in proportion to their usage shares, in whole minor units by largest remainder, so that the parts sum to the target.",
  },
  fairShareMet: {
    ...nothing,
    of: "project",
    time: "own",
    money: "own",
    usage: "all",
    target: "needed",
    formula: "The project's give-back divided by its fair share of the target.",
  },
  gap: {
    ...everything,
    of: "either",
    formula:
      "The fair share less the give-back, and nothing where more was given. For the company the sum over all projects, in which those with a fair share below the smallest sensible gift count as one line, the tail.",
  },
  target: {
    ...nothing,
    of: "company",
    target: "needed",
    formula:
      "For each day of the period the target of its fiscal year divided by the days of that year, summed and rounded once.",
  },
  pooled: {
    ...nothing,
    of: "company",
    money: "pooled",
    formula:
      "The values of donations that no single project receives, such as unrestricted foundation memberships. They count for the company only.",
  },
  giveBackOfTarget: {
    ...nothing,
    of: "company",
    time: "all",
    money: "with-pooled",
    target: "needed",
    formula: "All give-back of the period, with what was pooled, divided by the target of the period.",
  },
  coverage: {
    ...everything,
    of: "company",
    formula:
      "The sum of the usage shares of projects that got an hour of work, or at least their fair share or the smallest sensible gift, whichever is less. The tail counts by the part of its fair share that is met.",
  },
  alignment: {
    ...everything,
    of: "company",
    formula:
      "For each project the smaller of its share of give-back and its share of usage, summed; the tail counts as one line.",
  },
  monthsBehind: {
    ...everything,
    of: "company",
    formula:
      "The gap of the company divided by the target of one month of the period; a month is 30.4375 days, and a full year has 12.",
  },
  hhi: {
    ...given,
    of: "company",
    formula:
      "The squares of the projects' shares of give-back, summed: 1 when all goes to one project. Money to the tail as a whole adds no square.",
  },
  gini: {
    ...everything,
    of: "company",
    formula:
      "How unequally give-back is spread over the projects outside the tail, those that got nothing included: 0 when all get alike, towards 1 when one gets all.",
  },
  top5: {
    ...given,
    of: "company",
    formula: "The shares of give-back of the five projects that got most, summed.",
  },
  pledge: {
    ...nothing,
    of: "company",
    money: "eligible",
    headcount: "needed",
    formula:
      "Cash that counts for the Open Source Pledge divided by the mean number of full-time developers over the months of the period.",
  },
};
