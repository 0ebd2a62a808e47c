import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { figureNames } from "@headwater/domain/ratio";
import { testDatabase, type TestDatabase } from "@headwater/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { readRatios } from "../ratios/read.ts";
import { readSummary } from "../ratios/summary.ts";
import { testRuntime, type TestRuntime } from "../testing/runtime.ts";
import type { Why } from "@headwater/contract/ratios";
import { askWhy } from "./ask.ts";
import { definitions, type NumberName } from "./definitions.ts";
import { enterCompany } from "./testing/enter-company.ts";
import { namedFacts } from "./testing/facts.ts";
import { anyCompany } from "./testing/random-company.ts";
import { recomputed } from "./testing/recompute.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Each company is asked some two hundred times. */
const COMPANIES = 20;

test(
  "every number can be computed again from the rows that its answer names, and is what the lists and the summary give",
  { timeout: 120_000 },
  async () => {
    const seen = new Set<NumberName>();
    await fc.assert(
      fc.asyncProperty(anyCompany, async (drawn) => {
        const runtime = testRuntime(database);
        const actor = await enterCompany(database, runtime, drawn);
        for (const filter of [{ period: drawn.period }, { period: drawn.period, ...drawn.filter }])
          await expectRecomputed(runtime, actor, filter, drawn.fiscalYearStart, seen);
      }),
      { numRuns: COMPANIES, seed: 20_261_120 },
    );
    // A figure that is unknown or nothing in every drawn company would show nothing.
    expect([...seen].sort()).toEqual([...figureNames].sort());
  },
);

interface Filter {
  readonly period: string;
  readonly product?: string;
  readonly team?: string;
  readonly basis?: string;
}

/** Asks for every number of the company and of four projects; puts those that are neither unknown nor 0 into `seen`. */
async function expectRecomputed(
  runtime: TestRuntime,
  actor: Actor,
  filter: Filter,
  fiscalYearStart: number,
  seen: Set<NumberName>,
): Promise<void> {
  const { items } = await perform(readRatios, runtime, actor, { ...filter, limit: 1000 });
  const summary = await perform(readSummary, runtime, actor, filter);
  const rows = new Set([...items.slice(0, 3), ...items.slice(-1)]);
  const asked = [
    ...figureNames
      .filter((number) => definitions[number].of !== "project")
      .map((number) => ({ number, row: null })),
    ...[...rows].flatMap((row) =>
      figureNames.filter((number) => definitions[number].of !== "company").map((number) => ({ number, row })),
    ),
  ];
  for (const { number, row } of asked) {
    const answer = await perform(askWhy, runtime, actor, {
      ...filter,
      number,
      ...(row === null ? {} : { project: row.id }),
    });
    const facts = await namedFacts(database, actor.organizationId, answer);
    expect({ number, project: row?.project, value: answer.value }).toEqual({
      number,
      project: row?.project,
      value: row === null ? ofSummary(number, summary) : ofRow(number, row),
    });
    expectSame(answer, recomputed(answer, facts, row?.id ?? null, fiscalYearStart));
    if (Number(answer.value) !== 0) seen.add(number);
  }
}

function expectSame(answer: Why, again: bigint | number | null): void {
  const about = `${answer.number} of ${answer.project ?? "the company"}`;
  if (typeof answer.value === "number" && typeof again === "number") {
    const difference = Math.abs(answer.value - again);
    const close = difference <= 1e-12 * Math.max(1, Math.abs(again));
    expect(close ? about : `${about}: ${answer.value} and again ${again}`).toBe(about);
  } else
    expect(`${about}: ${typeof again === "bigint" ? printed(again) : again}`).toBe(
      `${about}: ${answer.value}`,
    );
  expect([about, answer.valueUnknown === undefined]).toEqual([about, answer.value !== null]);
}

/** Of currencies with two digits. */
function printed(minor: bigint): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
  return `${minor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function ofRow(number: NumberName, row: RatioRow): unknown {
  return new Map<string, unknown>(Object.entries(row)).get(number);
}

function ofSummary(number: NumberName, summary: Summary): unknown {
  const { concentration, pledge, time } = summary;
  const named = new Map<string, unknown>(
    Object.entries({ ...summary, ...concentration, timeValue: time, pledge: pledge.perDeveloper }),
  );
  return named.get(number);
}
