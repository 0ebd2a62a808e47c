/** Tests run on this server where it is given, and on the embedded PostgreSQL otherwise. */
export const databaseUrl: string | undefined = process.env["DATABASE_URL"];
