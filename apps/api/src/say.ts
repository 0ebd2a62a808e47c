/** A line for whoever started the server. */
export function say(line: string): void {
  process.stderr.write(`headwater: ${line}\n`);
}

export function log(error: unknown): void {
  say(inspect(error));
}

export function inspect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
