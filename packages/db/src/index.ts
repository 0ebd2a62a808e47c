export {
  asUnavailable,
  DatabaseUnavailable,
  inSavepoint,
  openDatabase,
  openPrepared,
  sent,
  StartRefused,
  type Database,
  type DatabaseEnvironment,
  type PreparedDatabase,
  type Scope,
  type Transaction,
} from "./connect/index.ts";
export { LauncherError } from "./launcher/error.ts";
