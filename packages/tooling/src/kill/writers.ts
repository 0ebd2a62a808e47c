import { setTimeout as pause } from "node:timers/promises";
import { ask, askWell } from "../server/ask.ts";
import type { Question } from "../server/ask.ts";

/** What the client knows it was promised: the mark it put into each write, and what the answer said. */
export interface ClientRecord {
  /** Mark → minutes. */
  readonly contributions: Map<string, number>;
  /** Mark → minor units. */
  readonly donations: Map<string, number>;
  /** Mark → id of the upload. */
  readonly uploads: Map<string, string>;
  /** Answers that are neither success nor a reason to try again: must be none. */
  readonly surprises: string[];
  retries: number;
}

export interface Writers {
  readonly record: ClientRecord;
  /** Begins nothing new, and waits until what was begun is acknowledged. */
  readonly finish: () => Promise<void>;
}

const project = "github.com/curl/curl";
const CONTRIBUTORS = 4;
const DONORS = 2;
const UPLOADERS = 2;
const PAUSE_BETWEEN_UPLOADS = 150;

/** Posts without a break until told to finish. Every write is tried again with the same Idempotency-Key until it is acknowledged. */
export async function startWriters(url: string): Promise<Writers> {
  await askWell(`${url}/api/v1/projects`, { method: "POST", body: JSON.stringify({ slug: project }) });
  const record: ClientRecord = {
    contributions: new Map(),
    donations: new Map(),
    uploads: new Map(),
    surprises: [],
    retries: 0,
  };
  const state = { running: true };
  const loop = async (
    name: string,
    write: (mark: string, number: number) => Promise<void>,
  ): Promise<void> => {
    for (let number = 0; state.running; number += 1) await write(`${name}-${number}`, number);
  };
  const loops = [
    ...named("time", CONTRIBUTORS).map((name) =>
      loop(name, (mark, number) => contribute(url, record, mark, (number % 480) + 1)),
    ),
    ...named("money", DONORS).map((name) =>
      loop(name, (mark, number) => donate(url, record, mark, (number % 9_000) + 100)),
    ),
    ...named("upload", UPLOADERS).map((name, place) =>
      loop(name, async (mark, number) => {
        await upload(url, record, { name, mark, number, waits: place % 2 === 0 });
        await pause(PAUSE_BETWEEN_UPLOADS);
      }),
    ),
  ];
  return {
    record,
    async finish() {
      state.running = false;
      await Promise.all(loops);
    },
  };
}

async function contribute(url: string, record: ClientRecord, mark: string, minutes: number): Promise<void> {
  const row = { project, day: "2026-01-15", minutes, kind: "review", note: mark };
  const answer = await acknowledged(record, `${url}/api/v1/contributions`, mark, {
    body: JSON.stringify(row),
  });
  if (answer !== null) record.contributions.set(mark, minutes);
}

async function donate(url: string, record: ClientRecord, mark: string, minor: number): Promise<void> {
  const amount = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
  const row = {
    payee: "curl",
    amount,
    currency: "USD",
    day: "2026-01-15",
    kind: "donation",
    project,
    reference: mark,
  };
  const answer = await acknowledged(record, `${url}/api/v1/donations`, mark, { body: JSON.stringify(row) });
  if (answer !== null) record.donations.set(mark, minor);
}

interface UploadWrite {
  readonly name: string;
  readonly mark: string;
  readonly number: number;
  readonly waits: boolean;
}

/** One uploader is one source of one product; each of its files is another. */
async function upload(
  url: string,
  record: ClientRecord,
  { name, mark, number, waits }: UploadWrite,
): Promise<void> {
  const query = `product=${name}&source=bom.json&create=true${waits ? "&wait=true" : ""}`;
  const answer = await acknowledged(record, `${url}/api/v1/sboms?${query}`, mark, {
    body: inventory(number),
  });
  if (answer === null) return;
  const parsed: unknown = JSON.parse(answer);
  if (typeof parsed === "object" && parsed !== null && "id" in parsed)
    record.uploads.set(mark, String(parsed.id));
  else record.surprises.push(`an upload without an id: ${answer.slice(0, 200)}`);
}

function inventory(number: number): string {
  const names = Array.from({ length: 20 }, (_, place) => `package-${number + place}`);
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "root", name: "killed" } },
    components: names.map((name) => ({
      type: "library",
      "bom-ref": name,
      name,
      version: "1.0.0",
      purl: `pkg:npm/${name}@1.0.0`,
    })),
    dependencies: [{ ref: "root", dependsOn: names }, ...names.map((ref) => ({ ref, dependsOn: [] }))],
  });
}

const LONGEST_PAUSE = 100;

/** The body of the answer of success; null where the answer forbids to try again, which is noted as a surprise. */
async function acknowledged(
  record: ClientRecord,
  url: string,
  key: string,
  question: Question,
): Promise<string | null> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask(url, { ...question, method: "POST", headers: { "Idempotency-Key": key } }).catch(
      () => null,
    );
    if (answer !== null && answer.status < 300) return answer.body;
    if (answer !== null && answer.status < 500 && answer.status !== 409) {
      record.surprises.push(`${key}: ${answer.status} ${answer.body.slice(0, 300)}`);
      return null;
    }
    record.retries += 1;
    await pause(Math.min(LONGEST_PAUSE, 10 * (tries + 1)));
  }
}

function named(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `${name}${number}`);
}
