import type { Transaction } from "@headwater/db";
import { audit, auditPending } from "@headwater/db/tables";
import { newIdentifier, type Identifier, type IdentifierPrefix } from "@headwater/domain/identifier";
import { may } from "@headwater/domain/organization";
import type { z } from "zod";
import { canonicalJson } from "./canonical.ts";
import { circumstancesOf, organizationFacts } from "./circumstances.ts";
import type { Actor, Context } from "./context.ts";
import { remembered, remember, type IdempotentRequest } from "./idempotency.ts";
import type { OrganizationMemory } from "./memory.ts";
import type { Operation, WriteOperation } from "./operation.ts";
import { Refused } from "./refusal.ts";
import { retryingCollisions } from "./retry.ts";
import type { Runtime } from "./runtime.ts";
import { requireStorable } from "./storable.ts";

/** How a write answers over HTTP, kept with an Idempotency-Key. */
export interface Idempotent<Output> {
  readonly request: IdempotentRequest;
  readonly respond: (output: Output) => { readonly status: number; readonly body: string };
  /** What of the answer is kept for a replay, where it holds a secret that is shown once. */
  readonly withoutSecrets?: (output: Output) => string;
  readonly respondToRefusal: (refused: Refused) => { readonly status: number; readonly body: string };
}

/**
 * Runs an operation: access, input, transaction scoped to the organization, audit row, in that order.
 * Every surface (tRPC, REST, jobs) goes through here and nowhere else.
 * Throws Refused for what a user can cause.
 */
export async function perform<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  runtime: Runtime,
  actor: Actor,
  given: unknown,
): Promise<Output> {
  const input = admit(operation, actor, given);
  const recalled = fromMemory(operation, runtime, actor, input);
  if (recalled !== null) return recalled;
  return await inTransaction(operation, runtime, actor, (context) =>
    runAudited(operation, runtime, context, input),
  );
}

/** As perform, but a request that was answered before gets the same answer again and takes no effect twice. */
export async function performOnce<Input extends z.ZodType, Output>(
  operation: WriteOperation<Input, Output>,
  runtime: Runtime,
  actor: Actor,
  given: unknown,
  idempotent: Idempotent<Output>,
): Promise<{ readonly status: number; readonly body: string; readonly replayed: boolean }> {
  // Before anything is looked up: an answer that was kept is for those who may ask for it.
  requireAccess(operation, actor);
  try {
    return await inTransaction(operation, runtime, actor, async (context) => {
      const before = await remembered(context, idempotent.request);
      if (before !== null) return { ...before, replayed: true };
      const input = admit(operation, actor, given);
      const output = await runAudited(operation, runtime, context, input);
      const answer = idempotent.respond(output);
      await remember(context, idempotent.request, {
        ...answer,
        body: idempotent.withoutSecrets?.(output) ?? answer.body,
      });
      return { ...answer, replayed: false };
    });
  } catch (error) {
    if (
      !(error instanceof Refused) ||
      error.code === "still-running" ||
      error.code === "idempotency-key-reused"
    )
      throw error;
    // The refused work was rolled back with its transaction; the answer is kept in one of its own.
    return await inTransaction(operation, runtime, actor, async (context) => {
      const before = await remembered(context, idempotent.request);
      if (before !== null) return { ...before, replayed: true };
      const answer = idempotent.respondToRefusal(error);
      await remember(context, idempotent.request, answer);
      return { ...answer, replayed: false };
    });
  }
}

function admit<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  actor: Actor,
  given: unknown,
): z.output<Input> {
  requireAccess(operation, actor);
  requireStorable(given);
  const parsed = operation.input.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: issue.path.join(".") || "body",
    message: issue.message,
  }));
  throw new Refused("bad-field", fields.map((field) => `${field.field}: ${field.message}`).join("; "), {
    fields,
  });
}

function requireAccess<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  actor: Actor,
): void {
  if (may(actor.scopes, operation.access)) return;
  throw new Refused(
    "not-allowed",
    `This needs the right ${operation.access}. Ask an owner of the organization for a role that has it.`,
  );
}

function fromMemory<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  runtime: Runtime,
  actor: Actor,
  input: z.output<Input>,
): Output | null {
  if (operation.effect === "write" || operation.recall === undefined) return null;
  const memory = runtime.memory.of(actor.organizationId);
  if (memory.organization === null) return null;
  return operation.recall(circumstancesOf(runtime, actor, memory, memory.organization), input, runtime);
}

async function inTransaction<Input extends z.ZodType, Output, Result>(
  operation: Operation<Input, Output>,
  runtime: Runtime,
  actor: Actor,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const once = async () => {
    // Of each try its own: what a try that failed wanted done after its commit is never done.
    const after: (() => void)[] = [];
    const memory = runtime.memory.of(actor.organizationId);
    const result = await runtime.database.transaction(
      { organizationId: actor.organizationId, readOnly: operation.effect === "read" },
      async (db) => work(await contextOf(runtime, actor, memory, db, after)),
    );
    return { result, after };
  };
  // A read takes no locks that could stand in anybody's way: what ends it is no collision.
  if (operation.effect === "read") return (await once()).result;
  const { result, after } = await retryingCollisions(runtime, once).catch((error: unknown) => {
    // Where the connection was lost, nobody can say whether the commit arrived.
    if (!(error instanceof Refused)) runtime.changed(actor.organizationId);
    throw error;
  });
  if (operation.leavesFigures !== true) runtime.changed(actor.organizationId);
  for (const action of after) action();
  return result;
}

async function contextOf(
  runtime: Runtime,
  actor: Actor,
  memory: OrganizationMemory,
  db: Transaction,
  after: (() => void)[],
): Promise<Context> {
  const organization = await organizationFacts(db, actor.organizationId);
  memory.organization = organization;
  const circumstances = circumstancesOf(runtime, actor, memory, organization);
  return {
    ...circumstances,
    db,
    newId: <Prefix extends IdentifierPrefix>(prefix: Prefix): Identifier<Prefix> =>
      newIdentifier(prefix, circumstances.now.getTime(), runtime.randomBytes(10)),
    afterCommit: (action) => after.push(action),
  };
}

async function runAudited<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  runtime: Runtime,
  context: Context,
  input: z.output<Input>,
): Promise<Output> {
  const output = await operation.run(context, input, runtime);
  if (operation.effect === "read") return output;
  const note = operation.audit(output, input);
  if (note === null) return output;
  const id = context.newId("aud");
  const organizationId = context.organization.id;
  const row = context.db.insert(audit).values({
    organizationId,
    id,
    at: context.now,
    actor: `${context.actor.kind}:${context.actor.id}`,
    operation: operation.name,
    entity: note.entity,
    detail: note.detail,
    inputDigest: runtime.sha256(
      context.organization.salt,
      canonicalJson(operation.digested?.(input) ?? input),
    ),
  });
  await Promise.all([row, context.db.insert(auditPending).values({ organizationId, auditId: id })]);
  return output;
}
