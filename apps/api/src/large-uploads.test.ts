import { uploads } from "@headwater/db/tables";
import { generateCycloneDx, sizesOfGoal } from "@headwater/ingest/testing";
import { inArray } from "drizzle-orm";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Question } from "./testing/ask.ts";
import { longestTurn } from "./testing/longest-turn.ts";
import { testServer, type TestServer } from "./testing/server.ts";

const size = sizesOfGoal[2];
const text = generateCycloneDx(size);
const bytes = new TextEncoder().encode(text);

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const requests: Readonly<Record<string, Question>> = {
  "as the body": {
    method: "POST",
    path: "/api/v1/sboms?product=body&source=bom.json&create=true",
    body: bytes,
  },
  "as base64 in JSON, as clients of Dependency-Track do": {
    method: "PUT",
    path: "/api/v1/bom",
    headers: { "Content-Type": "application/json" },
    // Bytes, because turning text into them would be a long turn of the asker.
    body: new TextEncoder().encode(
      JSON.stringify({ projectName: "track", autoCreate: true, bom: Buffer.from(bytes).toString("base64") }),
    ),
  },
};

/** Of which the digest of 17 MB takes 10. */
const LONGEST_MILLIS = 40;

it.each(Object.entries(requests))(
  "17 MB that come %s leave others their turn all the time, until they are in force",
  async (_, question) => {
    const { longestMillis } = await longestTurn(async () => {
      const answer = await server.askAs(server.ours.keys.owner, question);
      expect([200, 202]).toContain(answer.status);
      await inForce();
    });
    expect(longestMillis).toBeLessThan(LONGEST_MILLIS);
  },
);

/** Asks as a client that waits does: whether an upload is still under way. */
async function inForce(): Promise<void> {
  for (;;) {
    const waiting = await server.database.transaction({ organizationId: server.ours.organizationId }, (db) =>
      db
        .select({ id: uploads.id })
        .from(uploads)
        .where(inArray(uploads.status, ["queued", "processing"])),
    );
    if (waiting.length === 0) return;
    await pause(50);
  }
}
