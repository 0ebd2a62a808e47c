import { openDatabase } from "@headwater/db";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { valueAt, type Answer } from "./testing/ask.ts";
import { serveOn } from "./testing/server.ts";

it(
  "answers 503 while its database is away, says when to ask again, and recovers within five seconds without a restart",
  { timeout: 120_000 },
  async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "headwater-gone-"));
    const secret = "a secret of this installation that is long enough";
    const database = await openDatabase({ dataFolder, secret, log: () => undefined });
    const served = await serveOn(database, {
      secret,
      environment: {
        provision: {
          email: "owner@example.com",
          password: "correct horse battery",
          organization: "Gone",
          apiKey: "a-key-of-at-least-thirty-two-characters",
          apiKeyScope: "all",
          currency: "USD",
          timeZone: "UTC",
        },
      },
    });
    onTestFinished(async () => {
      await served.close();
      await database.close();
      await rm(database.address.host, { recursive: true, force: true });
      await rm(dataFolder, { recursive: true, force: true });
    });
    const key = { "x-api-key": "a-key-of-at-least-thirty-two-characters" };
    const read = (): Promise<Answer> => served.askAs(key, { path: "/api/v1/products" });
    let written = 0;
    const write = (): Promise<Answer> =>
      served.askAs(key, {
        method: "POST",
        path: "/api/v1/teams",
        body: { slug: `team-${(written += 1)}`, name: "Team" },
      });
    expect((await read()).status).toBe(200);
    expect(await served.ask({ path: "/health/ready" })).toMatchObject({
      status: 200,
      json: { status: "ready", version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
    });

    const postmasterFile = join(dataFolder, "postgresql-18/postmaster.pid");
    const killed = readFileSync(postmasterFile, "utf8").split("\n")[0] ?? "";
    process.kill(Number(killed), "SIGKILL");
    const away: Answer[] = [];
    const acknowledged: string[] = [];
    const begun = performance.now();
    const restarted = async (): Promise<boolean> => {
      const now = (await readFile(postmasterFile, "utf8").catch(() => "")).split("\n")[0] ?? "";
      return now !== "" && now !== killed;
    };
    for (let recovered = false; !recovered;) {
      const answers = await Promise.all([
        read(),
        write(),
        served.ask({ path: "/health/ready" }),
        served.ask({ path: "/health/live" }),
      ]);
      const [reading, writing, , living] = answers;
      if (writing.status === 201) acknowledged.push(String(valueAt(writing.json, "slug")));
      away.push(...answers.filter(({ status }) => status >= 500));
      expect(living.status).toBe(200);
      recovered = reading.status === 200 && writing.status === 201 && (await restarted());
      if (performance.now() - begun > 30_000) throw new Error(`not back: ${reading.text} ${writing.text}`);
      await pause(20);
    }
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(away.length).toBeGreaterThan(0);
    for (const answer of away) {
      expect([answer.status, valueAt(answer.json, "code"), answer.headers["content-type"]]).toEqual([
        503,
        "database-unavailable",
        "application/problem+json",
      ]);
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    }
    const teams = (await served.askAs(key, { path: "/api/v1/teams?limit=1000" })).text;
    for (const slug of acknowledged) expect(teams).toContain(`"${slug}"`);
  },
);
