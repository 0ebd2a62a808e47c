import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentRefused } from "@headwater/worker/runtime";
import type { Environment } from "./env.ts";

/** The installation's secret: given with a server, made once and kept beside the data without one. */
export function installationSecret(environment: Environment): string {
  if (environment.secret !== undefined) {
    if (environment.secret.length < 32)
      throw new EnvironmentRefused(
        "HEADWATER_SECRET needs at least 32 characters. Make one with: openssl rand -base64 32",
      );
    return environment.secret;
  }
  if (environment.databaseUrl !== undefined)
    throw new EnvironmentRefused(
      "With DATABASE_URL give HEADWATER_SECRET too (at least 32 characters), the same at every start. Make one with: openssl rand -base64 32",
    );
  mkdirSync(environment.dataFolder, { recursive: true });
  const file = join(environment.dataFolder, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const made = randomBytes(32).toString("base64url");
  writeFileSync(file, `${made}\n`, { mode: 0o600, flag: "wx" });
  chmodSync(file, 0o600);
  return made;
}
