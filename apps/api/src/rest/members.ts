import { AddMember } from "@headwater/contract/organization";
import { may } from "@headwater/domain/organization";
import { addMember, addMemberOnce } from "@headwater/operations/members/add";
import { Refused } from "@headwater/operations/operation";
import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import type { Surface, SurfaceVariables } from "../surface.ts";
import { formText } from "./form.ts";
import { idempotencyKeyOf, onceAnswer, onceRequest } from "./once.ts";

/**
 * POST /members: the operation makes the user and the member; what it is made from is derived here, because the
 * password is the business of the library of authentication.
 */
export function serveMembers(app: Hono<SurfaceVariables>, surface: Surface): void {
  const { auth, runtime } = surface;
  app.post("/api/v1/members", async (c) => {
    const { actor } = c.var;
    if (!may(actor.scopes, "member.manage")) throw new Refused("not-allowed", "Only an owner adds members.");
    const { text, given } = await formText(c.req.raw);
    const parsed = AddMember.safeParse(given);
    if (!parsed.success)
      throw new Refused("bad-field", "Some fields need another value.", {
        fields: parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
      });
    const { password, ...member } = parsed.data;
    const first = password ?? randomBytes(18).toString("base64url");
    const shown = password === undefined ? first : null;
    const input = { ...member, ...(await auth.newAccount(first)) };
    const key = idempotencyKeyOf(c);
    if (key === null) return c.json({ ...(await addMember(runtime, actor, input)), password: shown }, 201);
    return onceAnswer(
      await addMemberOnce(runtime, actor, input, {
        ...onceRequest(c, surface, key, auth.digestOf(text)),
        respond: (added) => ({ status: 201, body: JSON.stringify({ ...added, password: shown }) }),
        // The first password is shown once: a request that is sent again is answered without it.
        withoutSecrets: (added) => JSON.stringify({ ...added, password: null }),
      }),
    );
  });
}
