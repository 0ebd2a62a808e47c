import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LONGEST_SECONDS, UNUSED_SECONDS } from "../auth/auth.ts";
import { LARGEST_UPLOAD } from "../rest/uploads.ts";
import { ATTEMPTS_A_MINUTE, OFFERED } from "../auth/sign-in.ts";
import { employ } from "../testing/company.ts";
import { testServer, type TestServer } from "../testing/server.ts";
import { securityEvents } from "./log.ts";

const PASSWORD = "correct horse battery staple";
const DAY_SECONDS = 86_400;
const documentNamed = (name: string): string =>
  readFileSync(new URL(`../../../../docs/security/${name}`, import.meta.url), "utf8");

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

describe("docs/security/authentication.md", () => {
  const text = documentNamed("authentication.md");

  it("says the limits that are enforced", () => {
    expect(text).toContain(`${ATTEMPTS_A_MINUTE} attempts a minute for an account`);
    expect(text).toContain(`${ATTEMPTS_A_MINUTE} for a network`);
    expect(text).toContain(`${ATTEMPTS_A_MINUTE} attempts a minute to change a password`);
    expect(text).toContain(`after ${UNUSED_SECONDS / DAY_SECONDS} days without use`);
    expect(text).toContain(`after ${LONGEST_SECONDS / DAY_SECONDS} days in any case`);
  });

  it("names every way to sign in that is offered", () => {
    const offered = [...OFFERED].map((one) => one.replace(" /", " /api/auth/"));
    const named = [...text.matchAll(/`((?:GET|POST) \/api\/auth\/[\w/-]+)`/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(offered));
  });

  it("says that sessions at once are not limited, and they are not", async () => {
    expect(text).toContain("Sessions at once are not limited in number");
    const email = "many-sessions@example.com";
    const { database, runtime, auth } = server;
    const ground = { database, runtime, auth, secret: database.secret, origin: server.url };
    await employ(ground, server.ours.organizationId, { email, password: PASSWORD, role: "viewer" });
    const cookies: string[] = [];
    for (let time = 0; time < ATTEMPTS_A_MINUTE; time += 1) {
      const answer = await server.ask({
        method: "POST",
        path: "/api/auth/sign-in/email",
        body: { email, password: PASSWORD },
        headers: { origin: server.url },
      });
      cookies.push(answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "");
    }
    for (const cookie of cookies)
      expect((await server.ask({ path: "/api/v1/organization", headers: { cookie } })).status).toBe(200);
  });
});

describe("docs/security/logging.md", () => {
  it("names every event that is logged, and no other", () => {
    const table = documentNamed("logging.md").split("| event | when |")[1] ?? "";
    const named = [...table.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
    expect(named).toEqual([...securityEvents]);
  });
});

it("docs/security/uploads.md says how large a file may be sent", () => {
  expect(documentNamed("uploads.md")).toContain(`| largest file as it is sent, bytes | ${LARGEST_UPLOAD} |`);
});

describe("a download", () => {
  it.each([
    [
      "/api/v1/contributions?format=csv&filename=a%22%0d%0aX-Forged:%201",
      /^attachment; filename="headwater-[a-z]+\.csv"$/,
    ],
    ["/api/v1/export?filename=../../a%22.exe", /^attachment; filename="[a-zA-Z0-9.-]+"$/],
  ])("has a name of ours, whatever the address says", async (path, name) => {
    const answer = await server.askAs(server.ours.members.owner.session, { path });
    expect([answer.status, answer.headers["content-disposition"], answer.headers["x-forged"]]).toEqual([
      200,
      expect.stringMatching(name),
      undefined,
    ]);
  });
});
