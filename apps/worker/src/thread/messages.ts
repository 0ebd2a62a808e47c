import type { Database } from "@headwater/db";
import type { Identifier } from "@headwater/domain/identifier";
import type { Actor } from "@headwater/operations/operation";
import type { processUpload, UploadContent } from "@headwater/operations/uploads/process";
import type { Pace } from "../queues.ts";
import type { Failure } from "./failure.ts";

/** The first message to the thread. */
export interface ThreadData {
  readonly address: Database["address"];
  readonly pace: Partial<Pace>;
}

/** What became of an upload. */
export type Processed = Awaited<ReturnType<typeof processUpload>>;

/** An upload whose request waits for it. */
export interface Call {
  readonly actor: Actor;
  readonly uploadId: Identifier<"upl">;
  /** null: as it is stored. */
  readonly content: UploadContent | null;
}

export type ToThread =
  | { readonly kind: "wake" }
  | { readonly kind: "stop" }
  | ({ readonly kind: "process"; readonly call: number } & Call);

export type FromThread =
  /** The queues exist: jobs can be sent. */
  | { readonly kind: "ready" }
  | { readonly kind: "processed"; readonly call: number; readonly upload: Processed }
  | { readonly kind: "failed"; readonly call: number; readonly failure: Failure }
  | { readonly kind: "changed"; readonly organizationId: Identifier<"org"> }
  | { readonly kind: "log"; readonly failure: Failure };
