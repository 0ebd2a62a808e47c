/** Whether the connection came over the loopback network of this machine. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, "");
  return plain === "::1" || plain === "localhost" || plain.startsWith("127.");
}

const LOOPBACK_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether the visitor sits at this machine: the connection came over loopback, was not passed on by a proxy that runs here,
 * and asked for a loopback name, which a page of somebody else's cannot do by pointing its own name here.
 */
export function isLocalVisitor(address: string, headers: Headers): boolean {
  const passedOn = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"].some((name) =>
    headers.has(name),
  );
  return isLoopback(address) && !passedOn && LOOPBACK_NAME.test(headers.get("host") ?? "");
}
