import { Agent, request } from "node:http";
import { apiKey } from "./start.ts";

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
}

export interface Question {
  readonly method?: "GET" | "POST" | "PUT";
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks the machine interface with the key, over connections that are kept. Rejects where no whole answer comes. */
export function ask(url: string, { method = "GET", body, headers = {} }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent,
        method,
        headers: {
          Authorization: `Bearer ${apiKey}`,
          ...(body === undefined
            ? {}
            : { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString("utf8"),
            retryAfter: response.headers["retry-after"],
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** As `ask`; throws where the answer is none of success. */
export async function askWell(url: string, question: Question = {}): Promise<string> {
  const answer = await ask(url, question);
  if (answer.status >= 300)
    throw new Error(`${question.method ?? "GET"} ${url}: ${answer.status} ${answer.body.slice(0, 500)}`);
  return answer.body;
}
