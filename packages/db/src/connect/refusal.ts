/** The server must not start on this database; the message says why and what to do. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}
