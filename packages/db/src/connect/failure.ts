/** The database cannot be reached or has ended the session. The request may be tried again in a moment; whether a commit took effect is unknown. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
  readonly retryAfterSeconds = 2;
}

/** The `code` of an error of Node (`ENOENT`) or of PostgreSQL (five characters, SQLSTATE). */
export function errorCode(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : null;
}

export function hasCode(error: unknown, ...codes: string[]): boolean {
  const code = errorCode(error);
  return code !== null && codes.includes(code);
}

/** DatabaseUnavailable if the connection is the cause, however deep it lies; null for any other error. */
export function asUnavailable(error: unknown): DatabaseUnavailable | null {
  for (
    let cause: unknown = error, depth = 0;
    cause instanceof Error && depth < 8;
    cause = cause.cause, depth += 1
  ) {
    if (cause instanceof DatabaseUnavailable) return cause;
    if (isConnectionLoss(cause))
      return new DatabaseUnavailable("The database does not answer. Try again in a few seconds.", {
        cause: error,
      });
  }
  return null;
}

const lostSockets = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** Messages of pg 8 that carry no code (pg/lib/client.js, pg-pool/index.js). */
const lostMessages = [
  "Connection terminated",
  "timeout exceeded when trying to connect",
  "timeout expired",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
  "Cannot use a pool after calling end on the pool",
];

function isConnectionLoss(error: Error): boolean {
  const code = errorCode(error);
  // Class 08: connection exceptions; 57P01 to 57P05: shutdown, crash, starting, database dropped, idle session; 53300: too many connections.
  if (code !== null && (lostSockets.has(code) || /^08|^57P0|^53300$/.test(code))) return true;
  // A socket that is not there; a file that is not there is somebody else's fault.
  if ((code === "ENOENT" || code === "EACCES") && "syscall" in error && error.syscall === "connect")
    return true;
  return lostMessages.some((message) => error.message.startsWith(message));
}
