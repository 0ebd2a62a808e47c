import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { newIdentifier, type Identifier } from "@headwater/domain/identifier";
import { DatabaseUnavailable, openDatabase, type Database } from "../connect/index.ts";
import { audit, organizations, tenants } from "../tables/index.ts";

export type KillReport = {
  acknowledged: number;
  /** Acknowledged and not there afterwards: must be none. */
  lost: number;
  /** There, and neither acknowledged nor answered with DatabaseUnavailable: must be none. */
  invented: number;
  /** Errors other than DatabaseUnavailable that a writer saw: must be none. */
  surprises: string[];
  /** From each kill until it answers again. */
  recoveryMillis: number[];
};

const writers = 8;

/** Kills (-9) the embedded database's postmaster again and again under writing clients, in this process, which must live on. With fsync, as in production. */
export async function killUnderWrites(rounds: number): Promise<KillReport> {
  const dataFolder = await mkdtemp(join(tmpdir(), "headwater-kills-"));
  const database = await openDatabase({
    dataFolder,
    secret: randomBytes(24).toString("hex"),
    log: () => undefined,
  });
  const state: State = {
    acknowledged: new Set<string>(),
    doubtful: new Set<string>(),
    surprises: [],
    running: true,
  };
  try {
    const organizationId = await makeOrganization(database);
    const clients = Array.from({ length: writers }, () => writeUntilTold(database, organizationId, state));
    const recoveryMillis: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await pause(100 + 37 * (round % 5));
      recoveryMillis.push(await killAndWait(database, dataFolder));
    }
    state.running = false;
    await Promise.all(clients);
    const rows = await database.transaction({ organizationId }, (transaction) =>
      transaction.select({ id: audit.id }).from(audit),
    );
    const kept = new Set<string>(rows.map(({ id }) => id));
    const lost = [...state.acknowledged].filter((id) => !kept.has(id)).length;
    const invented = [...kept].filter((id) => !state.acknowledged.has(id) && !state.doubtful.has(id)).length;
    return {
      acknowledged: state.acknowledged.size,
      lost,
      invented,
      surprises: state.surprises,
      recoveryMillis,
    };
  } finally {
    state.running = false;
    await database.close();
    await rm(database.address.host, { recursive: true, force: true });
    await rm(dataFolder, { recursive: true, force: true });
  }
}

type State = { acknowledged: Set<string>; doubtful: Set<string>; surprises: string[]; running: boolean };

async function makeOrganization(database: Database): Promise<Identifier<"org">> {
  const organizationId = newIdentifier("org", Date.now(), randomBytes(10));
  await database.transaction({ organizationId }, async (transaction) => {
    await transaction.insert(tenants).values({ organizationId });
    await transaction
      .insert(organizations)
      .values({ organizationId, name: "Killed", currency: "USD", timeZone: "UTC", salt: "00" });
  });
  return organizationId;
}

async function writeUntilTold(
  database: Database,
  organizationId: Identifier<"org">,
  state: State,
): Promise<void> {
  while (state.running) {
    const id = newIdentifier("aud", Date.now(), randomBytes(10));
    try {
      await database.transaction({ organizationId }, (transaction) =>
        transaction.insert(audit).values({
          organizationId,
          id,
          at: new Date(),
          actor: "job:kills",
          operation: "write",
          entity: null,
          detail: {},
          inputDigest: "00",
        }),
      );
      state.acknowledged.add(id);
    } catch (error) {
      state.doubtful.add(id);
      if (!(error instanceof DatabaseUnavailable)) state.surprises.push(String(error));
      await pause(20);
    }
  }
}

/** Milliseconds until a new postmaster stands and answers. */
async function killAndWait(database: Database, dataFolder: string): Promise<number> {
  const postmaster = async () =>
    (await readFile(join(dataFolder, "postgresql-18/postmaster.pid"), "utf8").catch(() => "")).split(
      "\n",
    )[0] ?? "";
  const killed = await postmaster();
  process.kill(Number(killed), "SIGKILL");
  const before = performance.now();
  // Children of the dead postmaster may still answer for a moment, so an answer alone is no sign.
  for (let now = killed; now === killed || now === ""; now = await postmaster()) await pause(5);
  while (!(await database.ready())) await pause(5);
  return performance.now() - before;
}
