import type { WaitingEntry } from "./outbox.ts";

/** A place in this browser that outlives the page. */
export interface OutboxStore {
  readonly all: () => Promise<readonly WaitingEntry[]>;
  readonly put: (entry: WaitingEntry) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

const DATABASE = "headwater";
const ENTRIES = "outbox";

/** Opens the database when it is first needed. */
export function openStore(): OutboxStore {
  let opened: Promise<IDBDatabase> | null = null;
  const database = () => (opened ??= openDatabase());
  const entries = async (mode: IDBTransactionMode) =>
    (await database()).transaction(ENTRIES, mode).objectStore(ENTRIES);
  return {
    all: async () => {
      const kept = await answerOf<unknown[]>((await entries("readonly")).getAll());
      return kept.filter(isEntry);
    },
    put: async (entry) => {
      await answerOf((await entries("readwrite")).put(entry));
    },
    remove: async (key) => {
      await answerOf((await entries("readwrite")).delete(key));
    },
  };
}

/** What another release may have kept in another form is left where it is. */
function isEntry(kept: unknown): kept is WaitingEntry {
  return (
    typeof kept === "object" &&
    kept !== null &&
    ["key", "entry", "writer", "at"].every((name) => name in kept)
  );
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(ENTRIES, { keyPath: "key" });
  });
  return answerOf(request);
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser keeps nothing")));
  });
}
