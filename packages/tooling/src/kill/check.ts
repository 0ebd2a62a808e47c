import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { askWell } from "../server/ask.ts";
import type { ClientRecord } from "./writers.ts";

/** Differences between what the client was promised and what is there. */
export interface Differences {
  readonly lost: number;
  readonly doubled: number;
  /** Rows that no write of the client explains. */
  readonly invented: number;
  /** Server's sum less the client's. */
  readonly minutesOff: number;
  readonly minorUnitsOff: number;
  readonly uploadsNotDone: number;
  /** Snapshots more or less than uploads that were acknowledged. */
  readonly snapshotsOff: number;
  readonly auditRows: number;
  readonly chainIntact: boolean;
}

/** Reads everything back through the machine interface. */
export async function differences(url: string, record: ClientRecord): Promise<Differences> {
  const contributions = await pages(`${url}/api/v1/contributions`, Contribution);
  const donations = await pages(`${url}/api/v1/donations`, Donation);
  const time = compared(
    record.contributions,
    contributions.map(({ note, minutes }) => [note, minutes]),
  );
  const money = compared(
    record.donations,
    donations.map(({ reference, amount }) => [reference, minorOf(amount)]),
  );
  const uploadsNotDone = await notDone(url, record);
  const { snapshots, doubled } = await snapshotsOf(url, record);
  const chain = await chainVerdict(url);
  return {
    lost: time.lost + money.lost,
    doubled: time.doubled + money.doubled + doubled,
    invented: time.invented + money.invented,
    minutesOff: time.off,
    minorUnitsOff: money.off,
    uploadsNotDone,
    snapshotsOff: snapshots - record.uploads.size,
    auditRows: chain.rows,
    chainIntact: chain.intact && chain.pending === 0,
  };
}

export function isFaultless(found: Differences): boolean {
  const { auditRows, chainIntact, ...counts } = found;
  return chainIntact && auditRows > 0 && Object.values(counts).every((count) => count === 0);
}

const Contribution = z.object({ note: z.string().nullable(), minutes: z.number() });
const Donation = z.object({ reference: z.string().nullable(), amount: z.string() });
const Change = z.object({ snapshot: z.string() });

interface Comparison {
  readonly lost: number;
  readonly doubled: number;
  readonly invented: number;
  readonly off: number;
}

/** Marks that were promised against the marks that are there. */
export function compared(
  promised: ReadonlyMap<string, number>,
  there: readonly (readonly [string | null, number])[],
): Comparison {
  const found = Map.groupBy(there, ([mark]) => mark ?? "");
  let [lost, doubled, invented] = [0, 0, 0];
  for (const mark of promised.keys()) if (!found.has(mark)) lost += 1;
  for (const [mark, rows] of found) {
    doubled += rows.length - 1;
    if (!promised.has(mark)) invented += 1;
  }
  const off = sum(there.map(([, amount]) => amount)) - sum([...promised.values()]);
  return { lost, doubled, invented, off };
}

async function pages<Row>(url: string, row: z.ZodType<Row>): Promise<Row[]> {
  const Page = z.object({ items: z.array(row), nextCursor: z.string().nullable() });
  const rows: Row[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: z.output<typeof Page> = Page.parse(
      JSON.parse(
        await askWell(`${url}?limit=1000${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`),
      ),
    );
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

const JOB_PATIENCE = 120_000;

/** A job whose process was killed is taken up when its heartbeat has been missed for half a minute. */
async function notDone(url: string, record: ClientRecord): Promise<number> {
  const until = Date.now() + JOB_PATIENCE;
  let open = [...record.uploads.values()];
  for (;;) {
    const still: string[] = [];
    for (const id of open)
      if (!(await askWell(`${url}/api/v1/sboms/${id}`)).includes('"status":"done"')) still.push(id);
    open = still;
    if (open.length === 0 || Date.now() > until) return open.length;
    await pause(1_000);
  }
}

/** Every file differs from the one before, so each acknowledged upload made one snapshot, and no two uploads have one id. */
async function snapshotsOf(
  url: string,
  record: ClientRecord,
): Promise<{ snapshots: number; doubled: number }> {
  const products = new Set([...record.uploads.keys()].map((mark) => mark.replace(/-\d+$/, "")));
  let snapshots = 0;
  for (const product of products)
    snapshots += (await pages(`${url}/api/v1/products/${product}/changes`, Change)).length;
  return { snapshots, doubled: record.uploads.size - new Set(record.uploads.values()).size };
}

const Verdict = z.object({ intact: z.boolean(), rows: z.number(), pending: z.number() });
const CHAIN_PATIENCE = 60_000;

async function chainVerdict(url: string): Promise<z.output<typeof Verdict>> {
  const until = Date.now() + CHAIN_PATIENCE;
  for (;;) {
    const verdict = Verdict.parse(JSON.parse(await askWell(`${url}/api/v1/audit/verification`)));
    if (verdict.pending === 0 || !verdict.intact || Date.now() > until) return verdict;
    await pause(1_000);
  }
}

function minorOf(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
