import { EnvironmentRefused, variableReader } from "./runtime/variables.ts";

/** What the environment says. The only place of this app that reads process.env. */
export interface Environment {
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string | undefined;
  readonly secret: string;
}

export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const read = variableReader(variables);
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
