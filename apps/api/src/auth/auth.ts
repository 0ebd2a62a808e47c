import type { Database } from "@headwater/db";
import { authAccounts, authSessions, authUsers, authVerifications } from "@headwater/db/tables";
import { usersWithAddress } from "@headwater/operations/members/user";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createHmac, randomUUID } from "node:crypto";

/** A user who is not written yet. */
export interface NewUser {
  readonly userId: string;
  readonly account: { readonly accountId: string; readonly passwordDigest: string };
}

const DAY_SECONDS = 60 * 60 * 24;
/** A session that nobody used for so long has ended (docs/security/authentication.md). */
export const UNUSED_SECONDS = 14 * DAY_SECONDS;
/** And every session after so long, however much it is used. */
export const LONGEST_SECONDS = 30 * DAY_SECONDS;

interface Parts {
  readonly database: Database;
  readonly secret: string;
  readonly url: string;
}

/**
 * E-mail, password and sessions by better-auth. Organizations, roles and keys are operations of our own,
 * because each of their writes needs its audit row in its transaction (ARCHITECTURE.md).
 */
export function authentication({ database, secret, url }: Parts) {
  const auth = library({ database, secret, url });
  return {
    handler: (request: Request) => auth.handler(request),
    /** The user whose session the cookie carries, or null. A session that has lasted its time is ended. */
    async userOf(headers: Headers): Promise<string | null> {
      const found = await auth.api.getSession({ headers });
      if (found === null) return null;
      if (Date.now() < found.session.createdAt.getTime() + LONGEST_SECONDS * 1000) return found.user.id;
      const context = await auth.$context;
      await context.internalAdapter.deleteSession(found.session.token);
      return null;
    },
    /** What a new user of this password is made from; the operation writes it in its own transaction. */
    async newAccount(password: string): Promise<NewUser> {
      const context = await auth.$context;
      return {
        userId: randomUUID(),
        account: { accountId: randomUUID(), passwordDigest: await context.password.hash(password) },
      };
    },
    /**
     * The e-mail by which the library knows who signs in with this address and password. One alone is found without trying
     * the password, so that the library tries it once for an address that exists and for one that does not.
     */
    async emailOf(address: string, password: string): Promise<string> {
      const users = await usersWithAddress(database, address);
      if (users.length < 2) return users[0]?.email ?? address;
      const { password: passwords } = await auth.$context;
      const matches = await Promise.all(
        users.map(
          async ({ passwordDigest: hash }) => hash !== null && (await passwords.verify({ hash, password })),
        ),
      );
      return users[matches.indexOf(true)]?.email ?? address;
    },
    /** A digest of what may hold a password: without the secret nobody can try passwords on it. */
    digestOf: (text: string) =>
      createHmac("sha256", secret).update("idempotency ").update(text).digest("hex"),
    /** Signs in over HTTP: the answer carries the session's cookie. */
    async signIn(email: string, password: string): Promise<Response> {
      const known = await this.emailOf(email.trim().toLowerCase(), password);
      return await auth.api.signInEmail({ body: { email: known, password }, asResponse: true });
    },
  };
}

export type Authentication = ReturnType<typeof authentication>;

/** The library with what we leave to it. */
function library({ database, secret, url }: Parts) {
  const secure = url.startsWith("https:");
  return betterAuth({
    appName: "Headwater",
    baseURL: url,
    basePath: "/api/auth",
    secret,
    database: drizzleAdapter(database.db, {
      provider: "pg",
      schema: {
        user: authUsers,
        session: authSessions,
        account: authAccounts,
        verification: authVerifications,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 256,
      autoSignIn: false,
    },
    user: { additionalFields: { address: { type: "string", required: false, input: false } } },
    session: { expiresIn: UNUSED_SECONDS, updateAge: DAY_SECONDS },
    // The origin check and the limit of attempts stand in front of every route (security/).
    advanced: {
      // The library knows the prefix __Secure- only; __Host- also keeps other hosts of the domain from setting the cookie.
      useSecureCookies: false,
      cookiePrefix: secure ? "__Host-headwater" : "headwater",
      defaultCookieAttributes: { secure },
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What it would warn of stands in the security log.
    logger: { level: "error" },
  });
}
