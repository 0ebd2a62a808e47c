import pg, { type ClientConfig } from "pg";

/** Where a database is and as whom one enters, with nothing left to defaults. */
export type Address = {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
  ssl?: NonNullable<ClientConfig["ssl"]>;
};

/** Reads a URL as pg does (also `?host=/socket/folder` and `?sslmode=`). */
export function addressOf(url: string): Address {
  const { host, port, user, database, password, ssl } = new pg.Client({ connectionString: url });
  if (user === undefined || database === undefined)
    throw new TypeError(
      "A database's URL names its user and its database: postgresql://user:password@host:5432/database",
    );
  return {
    host,
    port,
    user,
    database,
    ...(typeof password === "string" ? { password } : {}),
    ...(ssl ? { ssl } : {}),
  };
}
