import { readFileSync } from "node:fs";

/** What the environment says. The only place of this app that reads process.env. */
export interface Environment {
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string | undefined;
  readonly secret: string;
}

/** A variable that is missing or cannot be used: says which and what to do. */
export class EnvironmentRefused extends Error {
  override readonly name = "EnvironmentRefused";
}

export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const read = (name: string): string | undefined => {
    const file = variables[`${name}_FILE`];
    const value = file === undefined || file === "" ? variables[name] : readSecretFile(name, file);
    return value === undefined || value === "" ? undefined : value;
  };
  const databaseUrl = read("DATABASE_URL");
  if (databaseUrl === undefined)
    throw new EnvironmentRefused(
      "DATABASE_URL is missing. A worker of its own needs a PostgreSQL server; with the embedded database, Headwater's server does the jobs itself.",
    );
  const secret = read("HEADWATER_SECRET");
  if (secret === undefined)
    throw new EnvironmentRefused("HEADWATER_SECRET is missing. Give the one that Headwater's server has.");
  return { databaseUrl, databaseOwnerUrl: read("DATABASE_OWNER_URL"), secret };
}

function readSecretFile(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new EnvironmentRefused(
      `${name}_FILE names ${file}, which cannot be read. Mount the file, or set ${name} instead.`,
    );
  }
}
