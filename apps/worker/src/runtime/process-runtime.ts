import type { Database, Transaction } from "@headwater/db";
import type { Identifier } from "@headwater/domain/identifier";
import { emptyMemory, type Job, type Runtime } from "@headwater/operations/operation";
import { createHash, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";
import type { ParsePool } from "./parse-pool.ts";

const [compress, decompress] = [promisify(zstdCompress), promisify(zstdDecompress)];

export interface RuntimeParts {
  readonly database: Database;
  readonly pool: ParsePool;
  readonly enqueue: (db: Transaction, job: Job) => Promise<void>;
  /** Told after every write, beside what the runtime keeps itself. */
  readonly changed: (organizationId: Identifier<"org">) => void;
}

/** What operations need of this process: real clock, real randomness, threads that read files. */
export function processRuntime({ database, pool, enqueue, changed }: RuntimeParts): Runtime {
  const memory = emptyMemory();
  return {
    database,
    clock: () => new Date(),
    randomBytes: randomBlocks(),
    sha256(...parts) {
      const hash = createHash("sha256");
      for (const part of parts) hash.update(part);
      return hash.digest("hex");
    },
    compress: async (bytes) => new Uint8Array(await compress(bytes)),
    decompress: async (bytes) => new Uint8Array(await decompress(bytes)),
    parse: pool.parse,
    enqueue,
    memory,
    changed(organizationId) {
      memory.forget(organizationId);
      changed(organizationId);
    },
  };
}

/** Many ids are made at once, and a call for ten bytes costs as much as one for thousands: bytes are drawn in blocks and given out once. */
function randomBlocks(): (count: number) => Uint8Array {
  const BLOCK = 16_384;
  let block = randomBytes(BLOCK);
  let used = 0;
  return (count) => {
    if (count > BLOCK) return new Uint8Array(randomBytes(count));
    if (used + count > BLOCK) {
      block = randomBytes(BLOCK);
      used = 0;
    }
    const given = new Uint8Array(block.subarray(used, used + count));
    block.fill(0, used, used + count);
    used += count;
    return given;
  };
}
