/** The embedded database cannot be started; the message says what to do. */
export class LauncherError extends Error {
  override readonly name = "LauncherError";
}
