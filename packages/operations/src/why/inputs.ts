import type { Known } from "@headwater/domain/known";
import { printAmount, type Currency } from "@headwater/domain/money";
import type { OrganizationFacts } from "../operation/index.ts";
import { amountOf, valueOf } from "../ratios/unknown.ts";
import type { WhyInput } from "./answer.ts";
import type { Asked } from "./asked.ts";

/** What the figure is computed from, each with its value as GET /ratios and GET /summary give it. */
export function inputsOf(asked: Asked, organization: OrganizationFacts): WhyInput[] {
  const { currency } = organization;
  const { period } = asked.computed;
  return [
    { name: "first day of the period", value: period.start, unit: "day" },
    { name: "day after the period", value: period.end, unit: "day" },
    ...usageInputs(asked),
    ...givingInputs(asked, currency),
    ...targetInputs(asked, currency),
    ...headcountInputs(asked, currency),
  ];
}

function usageInputs({ definition, computed, project }: Asked): WhyInput[] {
  if (definition.usage === "none") return [];
  const ofProject = project === null ? [] : [share("usage share of the project", project.row.usageShare)];
  return [
    ...ofProject,
    { name: "products", value: computed.usage.products.length, unit: "products" },
    { name: "days on which a product was in use", value: computed.over.days, unit: "days" },
    known("usage that stands on a first snapshot counted backwards", computed.over.assumedUsage),
    {
      name: "projects that the company controls, left out",
      value: computed.usage.input.controlled.size,
      unit: "projects",
    },
  ];
}

function givingInputs({ definition, computed, project }: Asked, currency: Currency): WhyInput[] {
  if (definition.time === "none" && definition.money === "none") return [];
  const { summary } = computed.ratios;
  const own =
    project === null
      ? []
      : [
          { name: "minutes of the project", value: project.row.minutes, unit: "minutes" },
          amount("give-back of the project", project.row.giveBackMinor, currency),
        ];
  const company =
    definition.time === "own" && project !== null
      ? []
      : [amount("give-back of all projects and the tail", summary.giveBackMinor, currency)];
  const pooled =
    definition.money === "with-pooled" ||
    definition.money === "pooled" ||
    (definition.money === "own" && project === null);
  return [...own, ...company, ...(pooled ? [amount("pooled", summary.pooledMinor, currency)] : [])];
}

function targetInputs({ definition, computed, project }: Asked, currency: Currency): WhyInput[] {
  if (definition.target === "not-needed") return [];
  const fair =
    project === null
      ? []
      : [
          {
            name: "fair share of the project",
            value: amountOf(project.row.fairShareMinor, currency),
            unit: currency,
          },
        ];
  const tail = definition.usage === "all" && project === null;
  const smallest = computed.smallestGiftMinor;
  return [
    { name: "target of the period", value: amountOf(computed.target.target, currency), unit: currency },
    ...fair,
    ...(tail
      ? [
          {
            name: "smallest sensible gift",
            value: smallest === null ? null : printAmount(smallest, currency),
            unit: currency,
          },
        ]
      : []),
    ...(tail
      ? [{ name: "projects in the tail", value: computed.ratios.tail.projects, unit: "projects" }]
      : []),
  ];
}

function headcountInputs({ definition, computed }: Asked, currency: Currency): WhyInput[] {
  if (definition.headcount === "not-needed") return [];
  return [
    amount("eligible cash", computed.giving.eligibleCashMinor, currency),
    {
      name: "mean number of developers",
      value: valueOf(computed.headcount.developers),
      unit: "full-time developers",
    },
  ];
}

function share(name: string, value: number): WhyInput {
  return { name, value, unit: null };
}

function known(name: string, value: Known<number>): WhyInput {
  return { name, value: valueOf(value), unit: null };
}

function amount(name: string, minor: bigint, currency: Currency): WhyInput {
  return { name, value: printAmount(minor, currency), unit: currency };
}
