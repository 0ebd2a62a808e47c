import { createServer } from "node:http";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

// The least that a server can do, in a process of its own: answers every GET with a constant of so many bytes.
// node bare.ts node|hono PORT BYTES
const [kind, port, bytes] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const body = "x".repeat(bytes);
const headers = { "Content-Type": "application/json", "Content-Length": String(bytes) };

if (kind === "hono") {
  const app = new Hono();
  app.get("*", () => new Response(body, { headers }));
  serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, ready);
} else {
  createServer((_, response) => response.writeHead(200, headers).end(body)).listen(port, "127.0.0.1", ready);
}

function ready(): void {
  process.stdout.write("ready\n");
}
