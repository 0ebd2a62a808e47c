import type { Identifier } from "@headwater/domain/identifier";
import { actorOfKey } from "@headwater/operations/keys/actor-of-key";
import { actorOfUser } from "@headwater/operations/members/actor-of-user";
import { type Actor, Refused, type Runtime } from "@headwater/operations/operation";
import { createHash } from "node:crypto";
import { limiter, networkOf } from "../security/limiter.ts";
import type { Authentication } from "./auth.ts";
import { keyOf } from "./key-header.ts";

/** Who asks: looked up once in a few seconds, and at once again when something of the organization changes. */
export interface Actors {
  readonly of: (headers: Headers, address: string) => Promise<Actor>;
  readonly forget: (organizationId: Identifier<"org">) => void;
  readonly forgetAll: () => void;
}

const KEPT_MILLIS = 5_000;
const MOST_KEPT = 10_000;

export function actors(runtime: () => Runtime, auth: Authentication): Actors {
  const kept = new Map<string, { readonly actor: Actor; readonly until: number }>();
  const wrongKeys = limiter(30, 60_000);
  // Counts what was forgotten: who was looked up before a change is not kept after it.
  let changes = 0;
  return {
    async of(headers, address) {
      const key = keyOf(headers);
      const cookie = headers.get("cookie") ?? "";
      const secret = key ?? cookie;
      if (secret === "") throw signedOut();
      const digest = createHash("sha256")
        .update(key === null ? "cookie " : "key ")
        .update(secret)
        .digest("base64");
      const now = Date.now();
      const known = kept.get(digest);
      if (known !== undefined && known.until > now) return known.actor;
      kept.delete(digest);
      const asked = changes;
      const actor =
        key === null ? await signedIn(runtime(), auth, headers) : await actorOfKey(runtime(), key);
      if (actor === null) {
        const wait = key === null ? null : wrongKeys.attempt(networkOf(address), now);
        if (wait !== null)
          throw new Refused("too-many-requests", "Too many unknown keys from this network. Wait a minute.", {
            retryAfterSeconds: wait,
          });
        throw signedOut();
      }
      if (changes === asked) kept.set(digest, { actor, until: now + KEPT_MILLIS });
      const oldest = kept.keys().next();
      if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
      return actor;
    },
    forget(organizationId) {
      changes += 1;
      for (const [digest, { actor }] of kept)
        if (actor.organizationId === organizationId) kept.delete(digest);
    },
    forgetAll() {
      changes += 1;
      kept.clear();
    },
  };
}

async function signedIn(runtime: Runtime, auth: Authentication, headers: Headers): Promise<Actor | null> {
  const userId = await auth.userOf(headers);
  return userId === null ? null : await actorOfUser(runtime, userId);
}

function signedOut(): Refused {
  return new Refused(
    "unauthenticated",
    "Sign in, or send an API key as Authorization: Bearer KEY or X-Api-Key: KEY.",
  );
}
