import type { Actor, Runtime } from "@headwater/operations/operation";
import type { JobsThread } from "@headwater/worker/thread";
import type { Actors } from "./auth/actors.ts";
import type { Authentication } from "./auth/auth.ts";
import type { FirstStart } from "./auth/first-start.ts";
import type { Environment } from "./env.ts";

/** What every part of the surface is given. */
export interface Surface {
  readonly environment: Environment;
  readonly runtime: Runtime;
  readonly auth: Authentication;
  readonly actors: Actors;
  readonly firstStart: FirstStart;
  /** Folder of the built web app; null where only the interface is served. */
  readonly webFolder: string | null;
  readonly log: (error: unknown) => void;
  /** Takes a line of the security log. */
  readonly note: (line: string) => void;
  /** Begins work that was just written as a job, without waiting for the queue's next look. */
  readonly wake: () => void;
  /** Brings an upload into force in the thread of the jobs, for a request that waits. */
  readonly process: JobsThread["process"];
}

/** Values that middleware hands to routes. */
export interface SurfaceVariables {
  readonly Variables: {
    readonly actor: Actor;
    /** Whom the security log names where nobody has signed in yet. */ readonly subject: string | undefined;
  };
  readonly Bindings: { readonly address: string };
}
