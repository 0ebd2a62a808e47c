/** A line for whoever started the server. */
export function say(line: string): void {
  process.stderr.write(`headwater: ${line}\n`);
}

/** What should not happen, as a line of the log (docs/security/logging.md). */
export function log(error: unknown): void {
  process.stderr.write(`${errorLine(error)}\n`);
}

/** One line of JSON with its time, whatever the message holds: nobody writes a second line into the log. */
export function errorLine(error: unknown): string {
  return JSON.stringify({ time: new Date().toISOString(), level: "error", error: inspect(error) });
}

export function inspect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
