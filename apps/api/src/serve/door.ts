import { createServer, type RequestListener } from "node:http";

/** A port that is taken, and who answers there. */
export interface Door {
  readonly port: number;
  /** From now on this one answers. Until then the door says that the process lives, and that it is not ready. */
  readonly answerWith: (listener: RequestListener) => void;
  /** Takes no new connections, lets requests under way finish, at most `millis`. */
  readonly drain: (millis: number) => Promise<void>;
}

export class CannotListen extends Error {
  override readonly name = "CannotListen";
}

/** Needs nothing but Node, so that it stands open while the rest of the server is still being read. Port 0 takes any. */
export async function openDoor(host: string, port: number): Promise<Door> {
  let answer: RequestListener = notReady;
  const server = createServer(
    { requestTimeout: 300_000, headersTimeout: 20_000, keepAliveTimeout: 10_000 },
    (request, response) => answer(request, response),
  );
  const drain = (millis: number): Promise<void> =>
    new Promise((drained) => {
      const force = setTimeout(() => server.closeAllConnections(), millis);
      server.close(() => {
        clearTimeout(force);
        drained();
      });
      server.closeIdleConnections();
    });
  return await new Promise((resolve, reject) => {
    server.on("error", (error: Error) =>
      reject(
        "code" in error && error.code === "EADDRINUSE"
          ? new CannotListen(`Port ${port} is taken. Give another with --port, or stop what listens there.`)
          : error,
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : port,
        answerWith: (listener) => (answer = listener),
        drain,
      });
    });
  });
}

const ALWAYS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
};

const notReady: RequestListener = (request, response) => {
  if (request.url === "/health/live")
    return void response
      .writeHead(200, { ...ALWAYS, "Content-Type": "application/json" })
      .end('{"status":"ok"}');
  const problem = {
    type: "urn:headwater:problem:starting",
    title: "Unavailable",
    status: 503,
    code: "starting",
    detail: "The server is starting. Try again in a few seconds.",
  };
  // What is sent is not read: the connection ends with the answer.
  return void response
    .writeHead(503, {
      ...ALWAYS,
      "Content-Type": "application/problem+json",
      "Retry-After": "2",
      Connection: "close",
    })
    .end(JSON.stringify(problem));
};
