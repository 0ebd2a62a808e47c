import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, valueAt } from "../testing/ask.ts";
import { CannotListen, openDoor, type Door } from "./door.ts";

let door: Door;

beforeEach(async () => {
  door = await openDoor("127.0.0.1", 0);
});
afterEach(() => door.drain(100));

describe("a door behind which nothing stands yet", () => {
  it("says that the process lives", async () => {
    const answer = await ask(door.port, { path: "/health/live" });
    expect([answer.status, answer.json]).toEqual([200, { status: "ok" }]);
  });

  it.each([
    ["whether it is ready", "GET", "/health/ready"],
    ["a page", "GET", "/"],
    ["a write", "POST", "/api/v1/contributions"],
  ])("answers 503 to %s, and says when to ask again", async (_, method, path) => {
    const answer = await ask(door.port, {
      method,
      path,
      ...(method === "POST" ? { body: { minutes: 1 } } : {}),
    });
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({ "retry-after": "2", "cache-control": "no-store" });
    expect(valueAt(answer.json, "code")).toBe("starting");
  });

  it("is answered by the server as soon as there is one", async () => {
    door.answerWith((_, response) => void response.writeHead(204).end());
    expect((await ask(door.port, { path: "/health/ready" })).status).toBe(204);
  });
});

it("refuses a port that is taken, with a sentence that says what to do", async () => {
  await expect(openDoor("127.0.0.1", door.port)).rejects.toThrow(CannotListen);
  await expect(openDoor("127.0.0.1", door.port)).rejects.toThrow(/Give another with --port/);
});
