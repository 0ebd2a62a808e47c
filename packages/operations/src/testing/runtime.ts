import type { Database } from "@headwater/db";
import { newIdentifier, type Identifier } from "@headwater/domain/identifier";
import type { Scope } from "@headwater/domain/organization";
import { parseInventory } from "@headwater/ingest";
import { createHash, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";
import { type Actor, emptyMemory, type Job, type Runtime } from "../operation/index.ts";

/** A runtime whose clock is given; the jobs that operations ask for are kept where a test can see and run them. */
export type TestRuntime = Runtime & {
  readonly jobs: Job[];
  /** What the clock says from now on. */
  readonly setClock: (instant: string) => void;
};

export function testRuntime(database: Database, instant = "2026-11-20T12:00:00.000Z"): TestRuntime {
  const jobs: Job[] = [];
  const memory = emptyMemory();
  let millis = Date.parse(instant);
  return {
    database,
    // A millisecond passes at each look, so that ids made later sort later.
    clock: () => new Date((millis += 1)),
    setClock: (next) => (millis = Date.parse(next)),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    sha256(...parts) {
      const hash = createHash("sha256");
      for (const part of parts) hash.update(part);
      return hash.digest("hex");
    },
    compress: async (bytes) => new Uint8Array(await promisify(zstdCompress)(bytes)),
    decompress: async (bytes) => new Uint8Array(await promisify(zstdDecompress)(bytes)),
    parse: async (request) => parseInventory(request),
    enqueue: async (_, job) => {
      jobs.push(job);
    },
    memory,
    changed: memory.forget,
    jobs,
  };
}

/** Somebody who may do what the scopes say, without a row of their own. */
export function testActor(
  organizationId: Identifier<"org">,
  scopes: readonly Scope[],
  personId: Identifier<"prs"> | null = null,
): Actor {
  const id = personId ?? newIdentifier("key", Date.now(), randomBytes(10));
  return { kind: personId === null ? "key" : "person", id, organizationId, personId, scopes };
}
