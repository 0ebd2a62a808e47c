import type { Database } from "@headwater/db";
import { authAccounts, authSessions, authUsers, authVerifications } from "@headwater/db/tables";
import { Refused } from "@headwater/operations/operation";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * E-mail, password and sessions by better-auth. Organizations, roles and keys are operations of our own,
 * because each of their writes needs its audit row in its transaction (ARCHITECTURE.md).
 */
export function authentication({
  database,
  secret,
  url,
}: {
  readonly database: Database;
  readonly secret: string;
  readonly url: string;
}) {
  const auth = betterAuth({
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
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    // The origin check and the limit of attempts stand in front of every route (security/).
    advanced: {
      useSecureCookies: url.startsWith("https:"),
      disableOriginCheck: true,
      cookiePrefix: "headwater",
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
  });
  return {
    handler: (request: Request) => auth.handler(request),
    /** The user whose session the cookie carries, or null. */
    async userOf(headers: Headers): Promise<string | null> {
      const session = await auth.api.getSession({ headers });
      return session?.user.id ?? null;
    },
    /** Makes a user who can sign in; refuses an address that is taken. */
    async createUser(given: NewUser): Promise<string> {
      const context = await auth.$context;
      const existing = await context.internalAdapter.findUserByEmail(given.email.toLowerCase());
      if (existing)
        throw new Refused("already-exists", "Somebody with this e-mail address can sign in already.", {
          fields: [{ field: "email", message: "taken" }],
        });
      const user = await context.internalAdapter.createUser(
        { email: given.email.toLowerCase(), name: given.name, emailVerified: true },
        { method: "email-password" },
      );
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: "credential",
        accountId: user.id,
        password: await context.password.hash(given.password),
      });
      return user.id;
    },
    /** A user without whom the first start goes on: it failed after the user was made. */
    async removeUser(userId: string): Promise<void> {
      const context = await auth.$context;
      await context.internalAdapter.deleteUser(userId);
    },
    /** Signs in over HTTP: the answer carries the session's cookie. */
    async signIn(email: string, password: string): Promise<Response> {
      return await auth.api.signInEmail({ body: { email, password }, asResponse: true });
    },
  };
}

export type Authentication = ReturnType<typeof authentication>;
