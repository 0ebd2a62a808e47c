import { Refused } from "@headwater/operations/operation";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Hono } from "hono";
import { textBody } from "../rest/json.ts";
import { appRouter } from "../router.ts";
import type { Surface, SurfaceVariables } from "../surface.ts";

/** A page asks for a handful of things at once; one request that asks for thousands is an attack. */
const LARGEST_BATCH = 20;
const LARGEST_BODY = 5 * 1024 * 1024;
const PREFIX = "/api/trpc/";

/** What the screens ask. */
export function serveTrpc(app: Hono<SurfaceVariables>, { runtime, log }: Surface): void {
  app.on(["GET", "POST"], `${PREFIX}*`, async (c) => {
    const calls = namesIn(c.req.path).length;
    if (calls > LARGEST_BATCH)
      throw new Refused(
        "bad-request",
        `A request may ask for ${LARGEST_BATCH} things at once; this one asks for ${calls}.`,
      );
    const { actor } = c.var;
    const handle = (req: Request): Promise<Response> =>
      fetchRequestHandler({
        endpoint: "/api/trpc",
        req,
        router: appRouter,
        createContext: () => ({ actor, runtime, log }),
      });
    if (c.req.method !== "POST") return await handle(c.req.raw);
    if (!/^application\/json\s*(?:;|$)/i.test(c.req.header("content-type") ?? ""))
      throw new Refused("bad-request", "A change is sent as application/json.");
    const body = await textBody(
      c.req.raw,
      LARGEST_BODY,
      () => new Refused("too-large", "The body is larger than 5 MB. Send it in parts."),
    );
    const headers = new Headers(c.req.raw.headers);
    headers.delete("content-length");
    return await handle(new Request(c.req.url, { method: "POST", headers, body }));
  });
}

/** As tRPC parts them: after the escapes are read. */
function namesIn(path: string): readonly string[] {
  try {
    return decodeURIComponent(path.slice(PREFIX.length)).split(",");
  } catch {
    throw new Refused("bad-request", "The address holds an escape that cannot be read.");
  }
}
