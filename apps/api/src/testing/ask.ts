import { request, type IncomingHttpHeaders } from "node:http";

/** A request as it goes over the wire: no client in between that would refuse or add a header. */
export interface Question {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON where it is neither text nor bytes. */
  readonly body?: unknown;
  /** Another of this machine's own addresses to come from. */
  readonly from?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The answer's JSON; null where it is none. */
  readonly json: unknown;
}

export function ask(
  port: number,
  { method = "GET", path, headers = {}, body, from }: Question,
  host = "127.0.0.1",
): Promise<Answer> {
  const sent =
    body === undefined || typeof body === "string" || body instanceof Uint8Array
      ? body
      : JSON.stringify(body);
  const type = sent === undefined || sent === body ? {} : { "content-type": "application/json" };
  const length =
    sent === undefined || "transfer-encoding" in headers
      ? {}
      : { "content-length": String(Buffer.byteLength(sent)) };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host,
        port,
        method,
        path,
        headers: { ...type, ...length, ...headers },
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on("data", (part: Buffer) => parts.push(part));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const bytes = Buffer.concat(parts);
          const text = bytes.toString("utf8");
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            bytes,
            text,
            json: jsonOf(text),
          });
        });
      },
    );
    // A server that has refused a body may close while the rest of it is still being sent: the answer is what counts.
    outgoing.on("error", (error) => setTimeout(() => reject(error), 200).unref());
    outgoing.end(sent);
  });
}

/** A member of an answer, however deep: `textAt(answer.json, "snapshot", "id")`. Throws where there is no text. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = valueAt(value, ...path);
  if (typeof found !== "string") throw new Error(`no text at ${path.join(".")} of ${JSON.stringify(value)}`);
  return found;
}

export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found: unknown = value;
  for (const name of path)
    found =
      typeof found === "object" && found !== null
        ? Object.entries(found).find(([key]) => key === String(name))?.[1]
        : undefined;
  return found;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
