import type { Operation, ReadOperation, WriteOperation, Actor, Runtime } from "@headwater/operations/operation";
import { perform } from "@headwater/operations/operation";
import { initTRPC } from "@trpc/server";
import type { z } from "zod";
import { problemOf } from "./security/problem.ts";

export interface TrpcContext {
  readonly actor: Actor;
  readonly runtime: Runtime;
  readonly log: (error: unknown) => void;
}

const trpc = initTRPC.context<TrpcContext>().create({
  isDev: false,
  /** Nothing of the inside leaves: the same problem document as the machine interface, no stack. */
  errorFormatter({ shape, error, ctx }) {
    const { document } = problemOf(error.cause ?? error, ctx?.log ?? (() => undefined));
    return { ...shape, message: document.detail, data: { ...shape.data, httpStatus: document.status, problem: document } };
  },
});

export const router = trpc.router;
export const callerFactory = trpc.createCallerFactory;

/** The operation parses its input itself and names each field that it refuses. */
function given<Input>(value: unknown): Input {
  return value as Input;
}

/** One line an operation: what a screen may read. */
export function query<Input extends z.ZodType, Output>(operation: ReadOperation<Input, Output>) {
  return trpc.procedure.input(given<z.input<Input>>).query(({ ctx, input }) => performed(operation, ctx, input));
}

/** One line an operation: what a screen may change. */
export function mutation<Input extends z.ZodType, Output>(operation: WriteOperation<Input, Output>) {
  return trpc.procedure.input(given<z.input<Input>>).mutation(({ ctx, input }) => performed(operation, ctx, input));
}

async function performed<Input extends z.ZodType, Output>(operation: Operation<Input, Output>, context: TrpcContext, input: unknown): Promise<Output> {
  return await perform(operation, context.runtime, context.actor, input);
}
