import type { LogContribution } from "@headwater/contract/contributions";
import { addDays, type Day, epochDay, monthOf, periodOfMonth } from "@headwater/domain/period";
import type { z } from "zod";
import { logContributions } from "../../contributions/log-batch.ts";
import { demoPeople, emailOf } from "../company/company.ts";
import { demoEffort, ownerEffort } from "../company/effort.ts";
import type { DemoStage } from "../stage.ts";
import { monthStarts, TOLD_DAYS } from "./span.ts";

/** Rows of time in a month, at the beginning of what is told and at its end: giving has grown. */
const [FIRST_ROWS, LAST_ROWS] = [6, 15];

/** Two years of time, a batch a month: most of it logged, some imported from trackers, and some estimated afterwards. */
export async function effort(stage: DemoStage): Promise<void> {
  const months = monthStarts(stage);
  for (const [index, month] of months.entries()) {
    const days = workingDays(stage, month);
    if (days.length === 0) continue;
    const share = index / (months.length - 1);
    const whole = Math.round(FIRST_ROWS + (LAST_ROWS - FIRST_ROWS) * share);
    // The first and the last month are told in part.
    const count = Math.max(1, Math.round((whole * days.length) / 21));
    const items = Array.from({ length: count }, () => row(stage, stage.random.one(days)));
    stage.goTo(days.at(-1) ?? month);
    await log(
      stage,
      items.sort((one, other) => (one.day < other.day ? -1 : 1)),
    );
  }
  await ownersWeeks(stage);
}

/** Weeks of the owner's own time, the present one included. */
const OWN_WEEKS = 8;

async function ownersWeeks(stage: DemoStage): Promise<void> {
  const monday = addDays(stage.today, -weekdayOf(stage.today));
  for (let week = OWN_WEEKS - 1; week >= 0; week -= 1) {
    const items = ownerEffort
      .map(({ weekday, ...done }) => ({ ...done, day: addDays(monday, weekday - 7 * week) }))
      .filter(({ day }) => day <= stage.today);
    if (items.length === 0) continue;
    stage.goTo(items.at(-1)?.day ?? stage.today);
    await log(stage, items);
  }
}

type Row = z.input<typeof LogContribution>;

async function log(stage: DemoStage, rows: Row[]): Promise<void> {
  const { refused, items } = await stage.perform(logContributions, { items: rows });
  if (refused > 0) throw new Error(`the demo's time was refused: ${JSON.stringify(items)}`);
}

/** 0 is Monday. */
function weekdayOf(day: Day): number {
  return (epochDay(day) + 3) % 7;
}

function row(stage: DemoStage, day: Day): Row {
  const { random } = stage;
  const { project, team, kinds, notes } = random.weighted(demoEffort);
  const { name } = random.one(demoPeople.filter((person) => person.team === team));
  const told = random.whole(1, 100);
  const basis = told <= 68 ? "logged" : told <= 90 ? "imported" : "estimated";
  const minutes = basis === "estimated" ? random.whole(1, 4) * 60 : random.whole(2, 18) * 15;
  const note = basis === "logged" && random.whole(1, 3) === 1 ? { note: random.one(notes) } : {};
  return { project, day, minutes, kind: random.one(kinds), basis, person: emailOf(name), ...note };
}

function workingDays(stage: DemoStage, month: Day): readonly Day[] {
  const { end } = periodOfMonth(monthOf(month));
  const days: Day[] = [];
  for (let day = month; day < end && day <= stage.today; day = addDays(day, 1))
    if (day >= stage.daysAgo(TOLD_DAYS) && weekdayOf(day) < 5) days.push(day);
  return days;
}
