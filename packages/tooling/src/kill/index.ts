import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { ended, freePort, startServer } from "../server/start.ts";
import type { RunningServer } from "../server/start.ts";
import { withFolder } from "../server/temporary.ts";
import { differences } from "./check.ts";
import type { Differences } from "./check.ts";
import { killDatabase } from "./postmaster.ts";
import { startWriters } from "./writers.ts";

export interface KillReport extends Differences {
  readonly kills: number;
  readonly databaseKills: number;
  readonly contributions: number;
  readonly donations: number;
  readonly uploads: number;
  readonly retries: number;
  readonly surprises: readonly string[];
  /** From the start of the process until it is ready again, in milliseconds: median and longest. */
  readonly restart: { readonly median: number; readonly longest: number };
}

const SHORTEST_LIFE = 300;
const LONGEST_LIFE = 1_800;
const MOST_SHOWN = 10;

/**
 * Kills (-9) the built server `kills` times at random moments under clients that write and try again, every second time
 * its embedded PostgreSQL too, and compares what the clients were promised with what is there at the end.
 */
export async function killRun(kills: number): Promise<KillReport> {
  return await withFolder(async (dataFolder) => {
    const port = await freePort();
    let server: RunningServer = await startServer({ dataFolder, port });
    const restarts: number[] = [];
    let databaseKills = 0;
    try {
      const writers = await startWriters(server.url);
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(randomInt(SHORTEST_LIFE, LONGEST_LIFE));
        const gone = ended(server.process, "SIGKILL");
        if (kill % 2 === 1 && killDatabase(dataFolder) > 0) databaseKills += 1;
        await gone;
        server = await startServer({ dataFolder, port });
        restarts.push(server.readyAfter);
      }
      await writers.finish();
      const { record } = writers;
      const sorted = restarts.toSorted((a, b) => a - b);
      return {
        kills,
        databaseKills,
        contributions: record.contributions.size,
        donations: record.donations.size,
        uploads: record.uploads.size,
        retries: record.retries,
        surprises: record.surprises.slice(0, MOST_SHOWN),
        restart: {
          median: Math.round(sorted[sorted.length >> 1] ?? 0),
          longest: Math.round(sorted.at(-1) ?? 0),
        },
        ...(await differences(server.url, record)),
      };
    } finally {
      await server.stop();
    }
  });
}
