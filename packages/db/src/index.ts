export { asUnavailable, DatabaseUnavailable, openDatabase, StartRefused, type Database, type DatabaseEnvironment, type Scope, type Transaction } from "./connect/index.ts";
export { LauncherError } from "./launcher/error.ts";
