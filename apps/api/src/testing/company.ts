import type { TestDatabase } from "@headwater/db/testing";
import { apiKeys, authSessions, authUsers } from "@headwater/db/tables";
import { newIdentifier, parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import type { Role, Scope } from "@headwater/domain/organization";
import { createKey } from "@headwater/operations/keys/create";
import { revokeKey } from "@headwater/operations/keys/revoke";
import { actorOfUser } from "@headwater/operations/members/actor-of-user";
import { addMember } from "@headwater/operations/members/add";
import { type Actor, perform, type Runtime } from "@headwater/operations/operation";
import { eq } from "drizzle-orm";
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { Authentication } from "../auth/auth.ts";

/** Headers that say who asks. */
export type Credentials = Readonly<Record<string, string>>;

/** Somebody who is signed in. */
interface Member {
  readonly role: Role;
  readonly userId: string;
  readonly email: string;
  readonly personId: Identifier<"prs">;
  readonly actor: Actor;
  readonly session: Credentials;
}

export interface Company {
  readonly organizationId: Identifier<"org">;
  readonly members: Readonly<Record<Role, Member>>;
  readonly keys: Readonly<Record<Role, Credentials>>;
  /** May submit inventories and nothing else. */
  readonly narrow: Credentials;
  readonly expired: Credentials;
  readonly revoked: Credentials;
  /** Another key of the owner's, with these scopes. */
  readonly key: (...scope: readonly Scope[]) => Promise<Credentials>;
}

export interface Ground {
  readonly database: TestDatabase;
  readonly runtime: Runtime;
  readonly auth: Authentication;
  readonly secret: string;
  /** Where the pages of this installation come from. */
  readonly origin: string;
}

/** Everybody who may ask something of one organization: a member and a key of each role, and keys that are worth little or nothing. */
export async function staff(
  ground: Ground,
  organizationId: Identifier<"org">,
  name: string,
): Promise<Company> {
  const hire = async (role: Role): Promise<Member> =>
    await hired(ground, organizationId, role, `${role}@${name}.example.com`);
  const members = await ofEach(hire);
  const { actor } = members.owner;
  const make = async (scope: readonly Scope[], more: Readonly<Record<string, string>> = {}) =>
    await perform(createKey, ground.runtime, actor, { name: `${name} ${scope.join(" ")}`, scope, ...more });
  const key = async (...scope: readonly Scope[]): Promise<Credentials> => ({
    authorization: `Bearer ${(await make(scope)).key}`,
  });
  const expired = await make(["all"], { expiresAt: new Date(Date.now() + 60_000).toISOString() });
  await ground.database.transaction("identity", (db) =>
    db
      .update(apiKeys)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(apiKeys.hint, expired.hint)),
  );
  const revoked = await make(["all"]);
  await perform(revokeKey, ground.runtime, actor, { id: revoked.id });
  return {
    organizationId,
    members,
    keys: await ofEach((role) => key(role)),
    narrow: await key("upload.submit"),
    expired: { "x-api-key": expired.key },
    revoked: { "x-api-key": revoked.key },
    key,
  };
}

async function ofEach<Made>(make: (role: Role) => Promise<Made>): Promise<Record<Role, Made>> {
  const [viewer, contributor, lead, ospo, finance, security, auditor, owner] = [
    make("viewer"),
    make("contributor"),
    make("lead"),
    make("ospo"),
    make("finance"),
    make("security"),
    make("auditor"),
    make("owner"),
  ];
  return {
    viewer: await viewer,
    contributor: await contributor,
    lead: await lead,
    ospo: await ospo,
    finance: await finance,
    security: await security,
    auditor: await auditor,
    owner: await owner,
  };
}

/** A user who can sign in with the password, and a member with the role. */
export async function employ(
  { runtime, auth }: Ground,
  organizationId: Identifier<"org">,
  given: { readonly email: string; readonly password: string; readonly role: Role },
): Promise<string> {
  const user = await auth.newAccount(given.password);
  await addMember(runtime, installer(organizationId), {
    name: given.email,
    email: given.email,
    role: given.role,
    ...user,
  });
  return user.userId;
}

async function hired(
  ground: Ground,
  organizationId: Identifier<"org">,
  role: Role,
  email: string,
): Promise<Member> {
  const { database, runtime } = ground;
  const userId = randomUUID();
  // Without a password: deriving its digest would take most of the time that a test server needs to start.
  await database.transaction("identity", (db) =>
    db.insert(authUsers).values({ id: userId, name: role, email, emailVerified: true }),
  );
  const member = await addMember(runtime, installer(organizationId), {
    name: `${role} of the company`,
    email,
    role,
    userId,
  });
  const personId = parseIdentifier("prs", member.person);
  const actor = await actorOfUser(runtime, userId, organizationId);
  if (personId === null || actor === null) throw new Error(`${email} was added and is no member`);
  return { role, userId, email, personId, actor, session: await session(ground, database, userId) };
}

/** A session as the library of authentication makes one, without its sign-in; the cookie is the library's own. */
async function session(
  { secret, origin }: Ground,
  database: TestDatabase,
  userId: string,
): Promise<Credentials> {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(Date.now() + 86_400_000);
  await database.transaction("identity", (db) =>
    db.insert(authSessions).values({ id: randomUUID(), token, userId, expiresAt }),
  );
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return { cookie: `headwater.session_token=${encodeURIComponent(`${token}.${signature}`)}`, origin };
}

function installer(organizationId: Identifier<"org">): Actor {
  return {
    kind: "key",
    id: newIdentifier("key", Date.now(), randomBytes(10)),
    organizationId,
    personId: null,
    scopes: ["owner"],
  };
}
