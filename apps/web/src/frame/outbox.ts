/**
 * Entries of the log that could not be sent. They stay in this browser, each with the key under which the server takes
 * it once, and go out when the server can be reached again; a second try never logs twice.
 */
import type { LogContribution } from "@headwater/contract/contributions";
import { createSignal } from "solid-js";
import { queryClient, sessionQuery } from "../queries.ts";
import { Refusal, server } from "../server.ts";
import { onSession } from "../session.ts";
import { openStore } from "./outbox-store.ts";

/** What an entry says; its day as it is written, `2026-11-18`. */
export type LogEntry = Omit<Partial<LogContribution>, "day"> &
  Pick<LogContribution, "project" | "minutes" | "kind"> & { readonly day: string };

export interface WaitingEntry {
  /** The Idempotency-Key. */
  readonly key: string;
  readonly entry: LogEntry;
  /** The e-mail of who wrote it; nobody else's session sends it. */
  readonly writer: string;
  /** When it was written, in milliseconds. */
  readonly at: number;
  /** Why the server refused it; then it waits for a person and not for the server. */
  readonly refused: string | null;
}

/** How often a server that is gone is tried, while something waits. */
const TRY_AGAIN_MS = 15_000;

const store = openStore();
const [waiting, setWaiting] = createSignal<readonly WaitingEntry[]>([]);
let sending: Promise<void> | null = null;
let tellSent: ((entries: number) => void) | null = null;

/** What waits to be sent, the oldest first. */
export { waiting };

/**
 * Sends an entry, or keeps it where the server cannot be reached. Answers the id of what was logged, or null where it
 * waits; throws a Refusal where the server would not have it.
 */
export async function logOrKeep(entry: LogEntry): Promise<string | null> {
  const key = crypto.randomUUID();
  try {
    return await server.logOnce(entry, key);
  } catch (error) {
    if (!isUnreached(error)) throw error;
    await keep({ key, entry, writer: writer(), at: Date.now(), refused: null });
    return null;
  }
}

/** Takes an entry that waits out of the line, because it was thought better of. */
export async function forget(key: string): Promise<void> {
  await store.remove(key);
  await read();
}

/** Begins, once a visit, to send what an earlier one left; `onSent` is told how many went out. */
export async function startOutbox(onSent: (entries: number) => void): Promise<void> {
  if (tellSent !== null) return;
  tellSent = onSent;
  window.addEventListener("online", () => void sendWaiting());
  onSession(() => void sendWaiting());
  setInterval(() => {
    if (waiting().some(isReady)) void sendWaiting();
  }, TRY_AGAIN_MS);
  await read();
  await sendWaiting();
}

/** One at a time, in the order in which they were written. */
function sendWaiting(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = null;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  let sent = 0;
  for (const one of waiting().filter(isReady)) {
    try {
      await server.logOnce(one.entry, one.key);
      await store.remove(one.key);
      sent += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (isUnreached(error) || error.isSignedOut) break;
      await store.put({ ...one, refused: error.message });
    }
  }
  await read();
  if (sent > 0) tellSent?.(sent);
}

async function keep(entry: WaitingEntry): Promise<void> {
  await store.put(entry);
  await read();
}

async function read(): Promise<void> {
  const all = await store.all();
  setWaiting(all.toSorted((one, other) => one.at - other.at));
}

function isReady(entry: WaitingEntry): boolean {
  return entry.refused === null && entry.writer === writer();
}

function writer(): string {
  return queryClient.getQueryData(sessionQuery.queryKey)?.email ?? "";
}

/** The server never saw it, or was being started anew. */
function isUnreached(error: unknown): boolean {
  return error instanceof Refusal && [0, 502, 503, 504].includes(error.problem.status);
}
