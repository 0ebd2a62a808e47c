import type { Database } from "@headwater/db";
import { changesBetweenProcesses } from "@headwater/db/changes";
import { parsePool, processRuntime } from "@headwater/worker/runtime";
import { jobsThread } from "@headwater/worker/thread";
import type { Runtime } from "@headwater/operations/operation";
import type { Hono } from "hono";
import { app } from "./app.ts";
import { actors } from "./auth/actors.ts";
import { authentication, type Authentication } from "./auth/auth.ts";
import { type FirstStart, firstStart, provisionFromEnvironment } from "./auth/first-start.ts";
import type { Environment } from "./env.ts";
import { forgetAllHotAnswers, forgetHotAnswers } from "./serve/hot-answers.ts";
import type { SurfaceVariables } from "./surface.ts";

export interface Parts {
  readonly environment: Environment;
  readonly database: Database;
  readonly secret: string;
  /** Folder of the built web app; null where only the interface is served. */
  readonly webFolder: string | null;
  readonly log: (error: unknown) => void;
  /** Takes a line of the security log: standard error where nothing else is said. */
  readonly note?: (line: string) => void;
}

export interface Assembled {
  readonly app: Hono<SurfaceVariables>;
  readonly runtime: Runtime;
  readonly auth: Authentication;
  readonly firstStart: FirstStart;
  /** Waits for jobs under way and ends the thread that does them. The database stays open: whoever opened it closes it. */
  readonly close: () => Promise<void>;
}

/** The server on an open database, with everything but the port. */
export async function assemble({
  environment,
  database,
  secret,
  webFolder,
  log,
  note = toStandardError,
}: Parts): Promise<Assembled> {
  const pool = parsePool();
  const jobs = jobsThread({
    database,
    changed(organizationId) {
      runtime.memory.forget(organizationId);
      changedHere(organizationId);
    },
    log,
  });
  const runtime = processRuntime({
    database,
    pool,
    enqueue: jobs.enqueue,
    changed(organizationId) {
      changedHere(organizationId);
      jobs.written();
    },
  });
  const auth = authentication({ database, secret, url: environment.url });
  const known = actors(() => runtime, auth);
  const forget = (organizationId: Parameters<typeof forgetHotAnswers>[0]): void => {
    known.forget(organizationId);
    forgetHotAnswers(organizationId);
  };
  const changedHere = (organizationId: Parameters<typeof forgetHotAnswers>[0]): void => {
    forget(organizationId);
    changes.tell(organizationId);
  };
  const forgetEverything = (): void => {
    runtime.memory.forgetAll();
    known.forgetAll();
    forgetAllHotAnswers();
  };
  const changes = changesBetweenProcesses(
    database,
    (organizationId) => {
      if (organizationId === null) return forgetEverything();
      runtime.memory.forget(organizationId);
      forget(organizationId);
    },
    log,
  );
  await provisionFromEnvironment(runtime, auth, environment);
  const first = firstStart(runtime, auth);
  return {
    app: app({
      environment,
      runtime,
      auth,
      actors: known,
      firstStart: first,
      webFolder,
      log,
      note,
      wake: jobs.wake,
      process: jobs.process,
    }),
    runtime,
    auth,
    firstStart: first,
    async close() {
      await jobs.stop();
      await changes.close();
      await pool.close();
    },
  };
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
