import pg, { type PoolClient } from "pg";

/** Longer texts are made for one call, with a value for each row. */
const LONGEST_TEXT = 8_000;
/** Of all connections together; each connection of the server keeps the plans of those that it was sent. */
const MOST_STATEMENTS = 500;
/**
 * How many rows an array brings decides which plan is good, so these are planned anew each time: a plan that was kept from
 * when the tables were empty would compare each of a thousand packages with each of a thousand projects.
 */
const PLANNED_ANEW = /\bunnest\(|\bany\(/;

/** Numbers of the texts that were asked more than once. They hold no value of anybody. */
const numbers = new Map<string, number>();
/** Texts that were asked once, the oldest going first where there are too many. */
const once = new Set<string>();

/**
 * The connection, on which statements cost less. One that was asked before bears a name: PostgreSQL then reads and plans its
 * text once a connection, which takes several times as long as finding a row by its key. And statements that do not wait for
 * each other leave in one write: each write wakes the other side.
 */
export function sparingly(client: PoolClient): PoolClient {
  const query = client.query.bind(client);
  const answered = (first: unknown, ...more: unknown[]): unknown => {
    leaveTogether(client);
    return Reflect.apply(query, client, [named(first, more[0]), ...more]);
  };
  return new Proxy(client, {
    get: (target, key): unknown => (key === "query" ? answered : Reflect.get(target, key, target)),
  });
}

/** What is written until the code that runs now is done leaves when it is. */
function leaveTogether(client: PoolClient): void {
  if (!(client instanceof pg.Client)) return;
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function named(statement: unknown, values: unknown): unknown {
  if (!Array.isArray(values) || values.length === 0) return statement;
  if (typeof statement !== "object" || statement === null || !("text" in statement)) return statement;
  if ("name" in statement && statement.name !== undefined) return statement;
  const { text } = statement;
  const name = typeof text === "string" ? nameOf(text) : null;
  return name === null ? statement : { ...statement, name };
}

function nameOf(text: string): string | null {
  const known = numbers.get(text);
  if (known !== undefined) return `headwater_${known}`;
  if (text.length > LONGEST_TEXT || numbers.size === MOST_STATEMENTS || PLANNED_ANEW.test(text)) return null;
  if (once.delete(text)) {
    numbers.set(text, numbers.size);
    return nameOf(text);
  }
  once.add(text);
  const oldest = once.values().next();
  if (once.size > MOST_STATEMENTS && !oldest.done) once.delete(oldest.value);
  return null;
}
