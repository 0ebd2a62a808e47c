import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { SurfaceVariables } from "../surface.ts";
import { type Door, openDoor } from "./door.ts";

/** Serves the app at a door of its own. Throws CannotListen where the port is taken. */
export async function listen(app: Hono<SurfaceVariables>, host: string, port: number): Promise<Door> {
  const door = await openDoor(host, port);
  serveAt(door, app);
  return door;
}

/** Serves the app; `bindings.address` is the peer's address, which no header can change. */
export function serveAt(door: Door, app: Hono<SurfaceVariables>): void {
  const answer = getRequestListener((request, env) =>
    app.fetch(request, { address: env.incoming.socket.remoteAddress ?? "" }),
  );
  door.answerWith((incoming, outgoing) => void answer(incoming, outgoing));
}
