import type { Identifier } from "@headwater/domain/identifier";
import { addDays, type Day, todayIn } from "@headwater/domain/period";
import type { z } from "zod";
import { type Actor, type Operation, perform, type Runtime } from "../operation/index.ts";
import { demoCompany } from "./company/company.ts";
import { readInventories, type DemoInventory } from "./inventories.ts";
import { type Seeded, seeded } from "./seeded.ts";

/** Where a step of the loading stands: what it may draw on, and how it acts. */
export interface DemoStage {
  readonly runtime: Runtime;
  readonly owner: Actor;
  /** The day of the demo's creation, in the company's time zone. */
  readonly today: Day;
  readonly daysAgo: (days: number) => Day;
  /** Everything that is done from now on is done at nine in the morning (UTC) of that day. */
  readonly goTo: (day: Day) => void;
  readonly random: Seeded;
  /** Performs an operation as the company's owner. */
  readonly perform: <Input extends z.ZodType, Output>(
    operation: Operation<Input, Output>,
    input: z.input<Input>,
  ) => Promise<Output>;
  readonly inventories: () => Promise<readonly DemoInventory[]>;
}

const SEED = 20_240_329;

export interface StageParts {
  readonly organizationId: Identifier<"org">;
  readonly ownerId: Identifier<"prs">;
  readonly createdAt: Date;
  /** Folder of the inventories; null where the sources run, which find their own. */
  readonly fixtures: string | null;
}

export function demoStage(
  runtime: Runtime,
  { organizationId, ownerId, createdAt, fixtures }: StageParts,
): DemoStage {
  const random = seeded(SEED);
  const ids = seeded(SEED + 1);
  const today = todayIn(demoCompany.timeZone, createdAt);
  let millis = createdAt.getTime();
  const owner: Actor = { kind: "person", id: ownerId, organizationId, personId: ownerId, scopes: ["owner"] };
  const staged: Runtime = {
    ...runtime,
    // A millisecond passes at each look, so that what is written later sorts later.
    clock: () => new Date((millis += 1)),
    randomBytes: ids.bytes,
  };
  return {
    runtime: staged,
    owner,
    today,
    daysAgo: (days) => addDays(today, -days),
    goTo(day) {
      millis = Math.min(Date.parse(`${day}T09:00:00.000Z`), createdAt.getTime());
    },
    random,
    perform: (operation, input) => perform(operation, staged, owner, input),
    inventories: () => readInventories(fixtures),
  };
}
