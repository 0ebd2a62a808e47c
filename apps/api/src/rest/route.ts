import {
  type Actor,
  type Idempotent,
  type Operation,
  perform,
  performOnce,
  type ReadOperation,
  type Runtime,
  type WriteOperation,
} from "@headwater/operations/operation";
import type { z } from "zod";

/** An operation with its types closed over, so that a table can hold operations of all kinds. */
interface BoundOperation {
  readonly name: string;
  readonly access: string;
  readonly effect: "read" | "write";
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly perform: (runtime: Runtime, actor: Actor, given: unknown) => Promise<unknown>;
  /** Null for reads. */
  readonly performOnce:
    | ((
        runtime: Runtime,
        actor: Actor,
        given: unknown,
        idempotent: Idempotent<unknown>,
      ) => ReturnType<typeof performOnce>)
    | null;
}

/** A call of the machine interface: one operation at one address. */
export interface RestRoute {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Below /api/v1, parameters as `{id}`. */
  readonly path: string;
  readonly operation: BoundOperation;
  readonly status: 200 | 201;
  readonly tag: string;
  readonly summary: string;
  /** Offers `format=csv` and `format=xlsx`. */
  readonly csv: boolean;
  /** How such a file is called and what its columns are, where somebody else's program reads it; else as the answer has them. */
  readonly file: RestFile | null;
  /** Member of the answer that is shown once: a replay answers without it. */
  readonly secret: string | null;
}

export interface RestFile {
  readonly name: (output: unknown) => string;
  /** The heads of the columns by the members of a row, in the order of the columns. */
  readonly heads: Readonly<Record<string, string>>;
}

interface Words {
  readonly tag: string;
  readonly summary: string;
  readonly csv?: boolean;
  readonly file?: RestFile;
  readonly secret?: string;
  readonly status?: 200 | 201;
}

function bound<Input extends z.ZodType, Output>(operation: Operation<Input, Output>): BoundOperation {
  const { name, access, effect, input, output } = operation;
  return {
    name,
    access,
    effect,
    input,
    output,
    perform: (runtime, actor, given) => perform(operation, runtime, actor, given),
    performOnce:
      operation.effect === "read"
        ? null
        : (runtime, actor, given, idempotent) => performOnce(operation, runtime, actor, given, idempotent),
  };
}

function route(method: RestRoute["method"], status: RestRoute["status"]) {
  return <Input extends z.ZodType, Output>(
    path: string,
    operation: Operation<Input, Output>,
    words: Words,
  ): RestRoute => ({
    method,
    path,
    operation: bound(operation),
    status: words.status ?? status,
    tag: words.tag,
    summary: words.summary,
    csv: words.csv ?? false,
    file: words.file ?? null,
    secret: words.secret ?? null,
  });
}

export const get: <Input extends z.ZodType, Output>(
  path: string,
  operation: ReadOperation<Input, Output>,
  words: Words,
) => RestRoute = route("get", 200);
type Write = <Input extends z.ZodType, Output>(
  path: string,
  operation: WriteOperation<Input, Output>,
  words: Words,
) => RestRoute;
export const post: Write = route("post", 201);
export const put: Write = route("put", 200);
export const patch: Write = route("patch", 200);
export const remove: Write = route("delete", 200);
