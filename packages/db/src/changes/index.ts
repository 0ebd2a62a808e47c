import type { Database } from "../connect/index.ts";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { randomUUID } from "node:crypto";
import pg from "pg";

export interface Changes {
  /** Tells the other processes that something of the organization changed. */
  readonly tell: (organizationId: Identifier<"org">) => void;
  readonly close: () => Promise<void>;
}

const CHANNEL = "headwater_changed";
const RECONNECT_MILLIS = 2_000;

/**
 * LISTEN and NOTIFY between processes on one database: what one writes, another must not answer from memory.
 * While the connection is down everything kept is dropped, because nobody knows what was missed.
 */
export function changesBetweenProcesses(
  database: Database,
  heard: (organizationId: Identifier<"org"> | null) => void,
  log: (error: unknown) => void,
): Changes {
  const own = randomUUID();
  let client: pg.Client | null = null;
  /** Told at once, or as soon as the connection stands again. */
  const untold = new Set<Identifier<"org">>();
  let telling: Promise<void> | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...database.address, application_name: "headwater-changes" });
    next.on("error", () => lost(next));
    next.on("end", () => lost(next));
    next.on("notification", ({ payload = "" }) => {
      if (!payload.startsWith(`${own} `)) heard(organizationOf(payload));
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      client = next;
      // What was kept until now may have missed a change of another process, and they one of ours.
      heard(null);
      tellSoon();
    } catch {
      // The database is away: the same timer tries again, and requests answer 503 meanwhile.
      lost(next);
    }
  }

  function tellSoon(): void {
    if (client !== null && telling === null && untold.size > 0) telling = tellAll(client);
  }

  /** One statement for all that changed while the one before was under way. */
  async function tellAll(to: pg.Client): Promise<void> {
    let told: readonly Identifier<"org">[] = [];
    try {
      while (untold.size > 0) {
        told = [...untold];
        untold.clear();
        await notify(to, own, told);
      }
    } catch (error) {
      // The connection has broken: they are told when it stands again.
      for (const organizationId of told) untold.add(organizationId);
      log(error);
    } finally {
      telling = null;
    }
  }

  function lost(one: pg.Client): void {
    if (client === one) client = null;
    heard(null);
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, RECONNECT_MILLIS);
    timer.unref();
  }

  void connect();
  return {
    tell(organizationId) {
      untold.add(organizationId);
      tellSoon();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await telling;
      await client?.end().catch(() => undefined);
    },
  };
}

/** A message is the sender and the organization, parted by a space. */
async function notify(
  to: pg.Client,
  sender: string,
  organizations: readonly Identifier<"org">[],
): Promise<void> {
  const messages = organizations.map((organizationId) => `${sender} ${organizationId}`);
  await to.query("select pg_notify($1, message) from unnest($2::text[]) message", [CHANNEL, messages]);
}

/** Null, for every organization, where a message cannot be read. */
function organizationOf(message: string): Identifier<"org"> | null {
  return parseIdentifier("org", message.slice(message.indexOf(" ") + 1));
}
