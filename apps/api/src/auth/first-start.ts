import { CreateInstallation, type InstallationState } from "@headwater/contract/installation";
import type { Identifier } from "@headwater/domain/identifier";
import { answeredFirstStart } from "@headwater/operations/installation/answered";
import { installationState } from "@headwater/operations/installation/state";
import { provisionKey } from "@headwater/operations/installation/provision-key";
import {
  type Provisioned,
  provisionOrganization,
} from "@headwater/operations/installation/provision-organization";
import type { IdempotentRequest } from "@headwater/operations/operation/idempotency";
import { badField, Refused, type Runtime } from "@headwater/operations/operation";
import { randomInt, timingSafeEqual } from "node:crypto";
import { EnvironmentRefused } from "@headwater/worker/runtime";
import type { Environment } from "../env.ts";
import type { Authentication } from "./auth.ts";

export interface FirstStart {
  /** Printed at the start and asked of a first visitor who does not come over loopback. */
  readonly code: string;
  readonly state: (loopback: boolean) => Promise<InstallationState>;
  /** Refuses who comes neither over loopback nor with the code. */
  readonly requireCode: (given: string | undefined, loopback: boolean) => void;
  /** Creates the owner and the organization. Refused once there is one, unless the very same request is sent again. */
  readonly create: (
    given: unknown,
    loopback: boolean,
    request: IdempotentRequest | null,
  ) => Promise<FirstAnswer>;
}

interface FirstAnswer {
  readonly status: number;
  readonly body: string;
  readonly replayed: boolean;
  readonly owner: { readonly email: string; readonly password: string };
}

export function firstStart(runtime: Runtime, auth: Authentication): FirstStart {
  const code = String(randomInt(0, 1_000_000_000_000))
    .padStart(12, "0")
    .replace(/(\d{4})(?=\d)/g, "$1-");
  const requireCode: FirstStart["requireCode"] = (given, loopback) => {
    if (!loopback && !sameText(given ?? "", code))
      throw badField("code", "give the one-time code that the start printed", "not-allowed");
  };
  return {
    code,
    requireCode,
    async state(loopback) {
      const { welcome, demo } = await installationState(runtime);
      return { welcome, codeNeeded: welcome && !loopback, demo };
    },
    async create(given, loopback, request) {
      const input = admitted(given);
      const replay = async (): Promise<FirstAnswer | null> => {
        const before = request === null ? null : await answeredFirstStart(runtime, request);
        return before === null ? null : { ...before, replayed: true, owner: input };
      };
      const before = await replay();
      if (before !== null) return before;
      if (!(await installationState(runtime)).welcome)
        throw new Refused(
          "already-exists",
          "This installation has an organization already. Sign in, or ask its owner for an account.",
        );
      requireCode(input.code, loopback);
      try {
        const made = await createOwner(runtime, auth, input, request);
        return { status: CREATED, body: JSON.stringify(made), replayed: false, owner: input };
      } catch (error) {
        // Of two that are sent at once the second finds what the first has done.
        const first = error instanceof Refused && error.code === "already-exists" ? await replay() : null;
        if (first !== null) return first;
        throw error;
      }
    },
  };
}

const CREATED = 201;

function admitted(given: unknown): CreateInstallation {
  const parsed = CreateInstallation.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refused("bad-field", "Some fields need another value.", {
    fields: parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
  });
}

type OwnerInput = Pick<
  CreateInstallation,
  "organization" | "currency" | "timeZone" | "name" | "email" | "password"
>;

async function createOwner(
  runtime: Runtime,
  auth: Authentication,
  { name, email, password, ...organization }: OwnerInput,
  request: IdempotentRequest | null = null,
): Promise<Provisioned> {
  return await provisionOrganization(
    runtime,
    { ...organization, owner: { name, email, ...(await auth.newAccount(password)) } },
    request === null ? null : { request, status: CREATED },
  );
}

/** First start without a browser: owner, organization and key from the environment; nothing once an organization exists. */
export async function provisionFromEnvironment(
  runtime: Runtime,
  auth: Authentication,
  { provision }: Environment,
): Promise<Identifier<"org"> | null> {
  const { email, password, organization } = provision;
  const given = [email, password, organization, provision.apiKey].filter(
    (value) => value !== undefined,
  ).length;
  if (given === 0 || !(await installationState(runtime)).welcome) return null;
  if (email === undefined || password === undefined || organization === undefined)
    throw new EnvironmentRefused(
      "To provision the first start give HEADWATER_OWNER_EMAIL, HEADWATER_OWNER_PASSWORD and HEADWATER_ORGANIZATION together.",
    );
  const parsed = CreateInstallation.safeParse({
    organization,
    name: email.split("@")[0],
    email,
    password,
    currency: provision.currency,
    timeZone: provision.timeZone,
  });
  if (!parsed.success)
    throw new EnvironmentRefused(
      parsed.error.issues.map((issue) => `${variableOf(String(issue.path[0]))}: ${issue.message}`).join("; "),
    );
  if (provision.apiKey !== undefined && provision.apiKey.length < 32)
    throw new EnvironmentRefused("HEADWATER_API_KEY needs at least 32 characters.");
  const { organizationId, personId } = await createOwner(runtime, auth, parsed.data);
  if (provision.apiKey !== undefined)
    await provisionKey(runtime, organizationId, personId, {
      name: "bootstrap",
      value: provision.apiKey,
      scope: provision.apiKeyScope,
    });
  return organizationId;
}

function variableOf(field: string): string {
  const names: Readonly<Record<string, string>> = {
    email: "HEADWATER_OWNER_EMAIL",
    password: "HEADWATER_OWNER_PASSWORD",
    organization: "HEADWATER_ORGANIZATION",
    currency: "HEADWATER_CURRENCY",
    timeZone: "HEADWATER_TIME_ZONE",
  };
  return names[field] ?? field;
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
