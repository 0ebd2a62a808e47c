import type { Identifier } from "@headwater/domain/identifier";
import type { Access } from "@headwater/domain/organization";
import type { z } from "zod";
import type { Circumstances, Context } from "./context.ts";
import type { Runtime } from "./runtime.ts";

/** What an audit row says of a write: ids, days, numbers and digests, never names, addresses or notes. */
export interface AuditNote {
  /** `contribution:ctr_…`; null where the organization as a whole is meant. */
  readonly entity: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface OperationBase<Input extends z.ZodType, Output> {
  /** `<noun>.<verb>`, unique: names the operation in audit rows, routers and the table of who may do what. */
  readonly name: string;
  readonly access: Access;
  readonly input: Input;
  readonly output: z.ZodType;
  readonly run: (context: Context, input: z.output<Input>, runtime: Runtime) => Promise<Output>;
}

export interface ReadOperation<Input extends z.ZodType = z.ZodType, Output = unknown> extends OperationBase<
  Input,
  Output
> {
  readonly effect: "read";
  /**
   * The same answer from what this process holds in memory, without a transaction; null where something of it has to be read.
   * It is asked after access and input were checked, and refuses what `run` refuses.
   */
  readonly recall?: (circumstances: Circumstances, input: z.output<Input>, runtime: Runtime) => Output | null;
}

export interface WriteOperation<Input extends z.ZodType = z.ZodType, Output = unknown> extends OperationBase<
  Input,
  Output
> {
  readonly effect: "write";
  /** Required of every write, so that none can forget it; null where the answer shows that nothing was written (a preview). */
  readonly audit: (output: Output, input: z.output<Input>) => AuditNote | null;
  /** What of the input the audit row's digest covers, where all of it is large and kept by its own digest; else all. */
  readonly digested?: (input: z.output<Input>) => unknown;
  /** No figure and no setting rests on what it writes, so what was computed stays in memory. */
  readonly leavesFigures?: true;
}

export type Operation<Input extends z.ZodType = z.ZodType, Output = unknown> =
  | ReadOperation<Input, Output>
  | WriteOperation<Input, Output>;

/** Declares a read: it runs in a read-only transaction, or is answered from memory. */
export function reading<Input extends z.ZodType, Output>(
  operation: Omit<ReadOperation<Input, Output>, "effect">,
): ReadOperation<Input, Output> {
  return { ...operation, effect: "read" };
}

/** Declares a write: its audit row is written in its transaction. */
export function writing<Input extends z.ZodType, Output>(
  operation: Omit<WriteOperation<Input, Output>, "effect">,
): WriteOperation<Input, Output> {
  return { ...operation, effect: "write" };
}

export type OrganizationId = Identifier<"org">;
