import { serve } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import type { Hono } from "hono";
import type { SurfaceVariables } from "../surface.ts";

export interface Listening {
  readonly port: number;
  /** Takes no new connections, lets requests under way finish, at most `millis`. */
  readonly drain: (millis: number) => Promise<void>;
}

export class CannotListen extends Error {
  override readonly name = "CannotListen";
}

/** Serves the app; `bindings.address` is the peer's address, which no header can change. */
export async function listen(app: Hono<SurfaceVariables>, host: string, port: number): Promise<Listening> {
  return await new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, env) => app.fetch(request, { address: env.incoming.socket.remoteAddress ?? "" }),
        hostname: host,
        port,
        serverOptions: { requestTimeout: 300_000, headersTimeout: 20_000, keepAliveTimeout: 10_000 },
      },
      (info: AddressInfo) => resolve({ port: info.port, drain }),
    );
    server.on("error", (error: Error) =>
      reject(
        "code" in error && error.code === "EADDRINUSE"
          ? new CannotListen(`Port ${port} is taken. Give another with --port, or stop what listens there.`)
          : error,
      ),
    );
    const drain = (millis: number): Promise<void> =>
      new Promise((drained) => {
        const force = setTimeout(
          () => ("closeAllConnections" in server ? server.closeAllConnections() : undefined),
          millis,
        );
        server.close(() => {
          clearTimeout(force);
          drained();
        });
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      });
  });
}
