import type { Database, Transaction } from "@headwater/db";
import type { Identifier } from "@headwater/domain/identifier";
import type { ParseResult } from "@headwater/domain/usage";
import type { Memory } from "./memory.ts";

export interface ParseRequest {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly format?: string;
  readonly beside?: ReadonlyMap<string, string>;
}

/** Work that is done later and survives a crash: written in the transaction that asks for it. */
export type Job =
  | {
      readonly name: "process-upload";
      readonly organizationId: Identifier<"org">;
      readonly uploadId: Identifier<"upl">;
    }
  | {
      readonly name: "recompute-product";
      readonly organizationId: Identifier<"org">;
      readonly productId: Identifier<"prd">;
    }
  | { readonly name: "load-demo"; readonly organizationId: Identifier<"org"> }
  | { readonly name: "remove-demo"; readonly organizationId: Identifier<"org"> };

/** What the process gives to operations. Built once, in each app's main. */
export interface Runtime {
  readonly database: Database;
  readonly clock: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sha256: (...parts: readonly (Uint8Array | string)[]) => string;
  readonly compress: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly decompress: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Reads an inventory away from the event loop. */
  readonly parse: (request: ParseRequest) => Promise<ParseResult>;
  readonly enqueue: (db: Transaction, job: Job) => Promise<void>;
  /** What was read and computed of an organization, kept until something of it changes. */
  readonly memory: Memory;
  /** Something of the organization changed: answers that this process holds in memory are dropped, other processes are told. */
  readonly changed: (organizationId: Identifier<"org">) => void;
}
