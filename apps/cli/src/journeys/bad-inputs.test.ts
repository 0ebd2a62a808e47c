import { Products } from "@headwater/contract/products";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, valueAt, type Installation } from "../testing/installation.ts";
import { folderOf, headwater, measuredHeadwater, packageLock } from "../testing/run.ts";
import { strangeFiles, type StrangeFile } from "./bad-inputs.ts";

const good = packageLock("shop", { react: "18" }, { react: { version: "18.0.0" } });

/** Goal R9 of the parser, held by the whole command line here. */
const MOST_MEGABYTES = 512;

let server: Installation;
beforeAll(async () => {
  server = await installation();
});
afterAll(() => server.stop());

const countOf = (value: unknown, member: string) => {
  const items = valueAt(value, member);
  return Array.isArray(items) ? items.length : Number.NaN;
};
const listed = async (path: string) => countOf((await server.ask({ path: `/api/v1${path}` })).json, "items");
/** What is stored of inventories, as far as it is shown to anybody. */
const stored = async () => ({
  products: await listed("/products?limit=1000"),
  packages: await listed("/package-projects?limit=1000"),
  projects: await listed("/projects?limit=1000"),
});
const send = async (bytes: Uint8Array, product: string, name: string) =>
  await server.ask({
    method: "POST",
    path: `/api/v1/sboms?${new URLSearchParams({ product, source: name, create: "true", wait: "true" }).toString()}`,
    body: bytes,
  });

/** Asks whether the server lives for as long as something else takes; gives the slowest answer in milliseconds. */
async function whileAlive<Result>(
  work: Promise<Result>,
): Promise<{ readonly result: Result; readonly slowestMillis: number }> {
  const state = { isDone: false };
  let slowestMillis = 0;
  const settled = work.finally(() => (state.isDone = true));
  while (!state.isDone) {
    const start = performance.now();
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    slowestMillis = Math.max(slowestMillis, performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { result: await settled, slowestMillis };
}

describe.each(strangeFiles.map((file): [string, StrangeFile] => [file.about, file]))(
  "%s",
  (about, { name, make, answer }) => {
    const bytes = make();

    it("gets its answer from the command line, in time, in little memory and without a stack", async () => {
      const folder = await folderOf({ [name]: bytes, "good/package-lock.json": good });
      try {
        const start = performance.now();
        const words = ["parse", name, "good/package-lock.json"];
        const { ran, peakMegabytes } = await measuredHeadwater(words, { folder: folder.path });
        const { status, stdout, stderr } = ran;
        // Of which about half a second is the start of the command line, and more on a busy machine.
        expect(performance.now() - start).toBeLessThan(6_000);
        expect(peakMegabytes).toBeGreaterThan(30);
        expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES);
        const [line = "", next = ""] = stdout.split("\n");
        const read: unknown = JSON.parse(line);
        expect(stderr).not.toMatch(/\n\s+at /);
        expect(JSON.parse(next)).toMatchObject({ format: "npm-lock", components: [{ name: "react" }] });
        if ("code" in answer) {
          expect(status).toBe(1);
          expect(read).toEqual({
            file: name,
            error: { code: answer.code, message: expect.any(String), where: answer.where },
          });
        } else {
          expect(status).toBe(0);
          expect({ components: countOf(read, "components"), edges: countOf(read, "edges") }).toEqual(answer);
        }
      } finally {
        await folder.remove();
      }
    });

    it("gets the same from the server, which stays quick, keeps nothing of a refused file and takes the next one", async () => {
      const before = await stored();
      const { slowestMillis: idleMillis } = await whileAlive(
        new Promise((resolve) => setTimeout(resolve, 50)),
      );
      const { result, slowestMillis } = await whileAlive(send(bytes, `product of ${name}`, name));
      // Reading it and bringing it into force are done on threads of their own. The large ones occupy the cores for seconds,
      // which a machine with two of them feels; what the answering thread computes is measured in large-uploads.test.ts.
      const isLarge = "components" in answer && Math.max(answer.components, answer.edges) > 10_000;
      expect(slowestMillis).toBeLessThan((isLarge ? 500 : 200) + idleMillis);
      if ("code" in answer) {
        expect(result.status).toBe(422);
        expect(result.headers.get("content-type")).toContain("application/problem+json");
        expect(result.json).toMatchObject({
          status: 422,
          code: answer.code,
          where: answer.where,
          detail: expect.any(String),
        });
        expect(await stored()).toEqual(before);
      } else {
        expect([result.status, result.json]).toMatchObject([200, { status: "done", snapshot: answer }]);
      }
      expect((await send(new TextEncoder().encode(good), "good", `beside ${about}`)).json).toMatchObject({
        status: "done",
      });
    });
  },
);

describe("nothing at all", () => {
  it("is refused by both", async () => {
    const folder = await folderOf({ "empty.cdx.json": "" });
    const { status, stdout } = await headwater(["parse", "empty.cdx.json"], { folder: folder.path });
    await folder.remove();
    expect([status, JSON.parse(stdout)]).toMatchObject([
      1,
      { error: { code: "invalid-json", where: "line 1, column 1" } },
    ]);
    const before = await stored();
    expect(await send(new Uint8Array(), "nobody", "empty.cdx.json")).toMatchObject({
      status: 400,
      json: { code: "bad-request" },
    });
    expect(await stored()).toEqual(before);
  });
});

it("shows names that would turn a line round or end it as what they are", async () => {
  const { stdout } = await server.run(["ratios", "--limit", "1000"]);
  expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E]/u);
  const { items } = Products.parse((await server.ask({ path: "/api/v1/products?limit=1000" })).json);
  expect(items.length).toBeGreaterThan(10);
});
