import type {
  Operation,
  ReadOperation,
  WriteOperation,
  Actor,
  Runtime,
} from "@headwater/operations/operation";
import { perform, Refused } from "@headwater/operations/operation";
import { initTRPC, type TRPCError } from "@trpc/server";
import { z } from "zod";
import { problemOf } from "./security/problem.ts";

interface TrpcContext {
  readonly actor: Actor;
  readonly runtime: Runtime;
  readonly log: (error: unknown) => void;
}

/** What a procedure does, for whoever looks at the router from outside. */
export interface ProcedureFacts {
  readonly operation: string;
  readonly access: string;
}

const trpc = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureFacts>()
  .create({
    isDev: false,
    /** Nothing of the inside leaves: the same problem document as the machine interface, no stack. */
    errorFormatter({ shape, error, ctx }) {
      const { document } = problemOf(refusalOf(error), ctx?.log ?? (() => undefined));
      return {
        ...shape,
        message: document.detail,
        data: { ...shape.data, httpStatus: document.status, problem: document },
      };
    },
  });

export const router = trpc.router;

/** What an operation threw; or what tRPC itself refuses before there is an operation, which is no fault of ours. */
function refusalOf(error: TRPCError): unknown {
  if (error.code === "NOT_FOUND") return new Refused("not-found", "There is no such procedure.");
  if (error.code === "PARSE_ERROR" || error.code === "BAD_REQUEST")
    return new Refused("bad-request", "The input is not JSON.");
  if (error.code === "METHOD_NOT_SUPPORTED")
    return new Refused("method-not-allowed", "Read with GET and change with POST.");
  if (error.code === "UNSUPPORTED_MEDIA_TYPE")
    return new Refused("bad-request", "A change is sent as application/json.");
  return error.cause ?? error;
}

/** One line an operation: what a screen may read. The operation parses its input itself and names each field that it refuses. */
export function query<Input extends z.ZodType, Output>(operation: ReadOperation<Input, Output>) {
  return trpc.procedure
    .meta(factsOf(operation))
    .input(z.custom<z.input<Input>>())
    .query(({ ctx, input }) => performed(operation, ctx, input));
}

/** One line an operation: what a screen may change. */
export function mutation<Input extends z.ZodType, Output>(operation: WriteOperation<Input, Output>) {
  return trpc.procedure
    .meta(factsOf(operation))
    .input(z.custom<z.input<Input>>())
    .mutation(({ ctx, input }) => performed(operation, ctx, input));
}

function factsOf(operation: { readonly name: string; readonly access: string }): ProcedureFacts {
  return { operation: operation.name, access: operation.access };
}

async function performed<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  context: TrpcContext,
  input: unknown,
): Promise<Output> {
  return await perform(operation, context.runtime, context.actor, input);
}
