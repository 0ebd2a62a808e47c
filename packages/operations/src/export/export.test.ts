import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { strFromU8, unzipSync } from "fflate";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKey } from "../keys/create.ts";
import { perform } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { setHeadcount } from "../headcounts/set.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { hire, type StaffMember } from "../testing/staff.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { csvCell } from "./cells.ts";
import { exportedTables } from "./exported-tables.ts";
import { exportOrganization } from "./organization.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let owner: StaffMember;
const lock = npmLock({ left: "1" }, { left: ["1.0.0", ["right"]], right: ["2.0.0", []] });

beforeAll(async () => {
  database = await testDatabase();
  runtime = testRuntime(database);
  owner = await hire(runtime, await testOrganization(database, { name: "Acme" }), "Olive", "owner");
  await perform(createPerson, runtime, owner.actor, {
    name: '=HYPERLINK("http://x")',
    email: "formula@example.com",
  });
  await uploadInventory(runtime, owner.actor, { product: "shop", fileName: "package-lock.json", text: lock });
});
afterAll(() => database.close());

async function files(actor = owner.actor): Promise<Map<string, Uint8Array>> {
  const parts: Uint8Array[] = [];
  for await (const part of await exportOrganization(runtime, actor)) parts.push(part);
  return new Map(Object.entries(unzipSync(Buffer.concat(parts))));
}

const text = (bytes: Uint8Array | undefined) => strFromU8(bytes ?? new Uint8Array());

describe("the export of an organization", () => {
  it("has each table as CSV and as JSON Lines, with as many rows as the manifest says", async () => {
    const zip = await files();
    const manifest = JSON.parse(text(zip.get("manifest.json")));
    expect(manifest.omitted).toEqual([]);
    expect(manifest.tables.map((table: { table: string }) => table.table)).toEqual(
      exportedTables().map((table) => table.name),
    );
    for (const { table, rows } of manifest.tables) {
      const lines = text(zip.get(`jsonl/${table}.jsonl`))
        .split("\n")
        .slice(0, -1);
      expect({ table, rows: lines.length }).toEqual({ table, rows });
      expect(text(zip.get(`csv/${table}.csv`)).split("\r\n")[0]).toBe(
        Object.keys(JSON.parse(lines[0] ?? "{}")).join(",") || text(zip.get(`csv/${table}.csv`)).trimEnd(),
      );
    }
    expect(manifest.tables.find((table: { table: string }) => table.table === "packages").rows).toBe(2);
  });

  it("has the digest of every file in its manifest", async () => {
    const zip = await files();
    const manifest = JSON.parse(text(zip.get("manifest.json")));
    const listed = [
      ...manifest.tables.flatMap((table: { files: unknown[] }) => table.files),
      ...manifest.documents,
    ];
    for (const { path, sha256, bytes } of listed) {
      const content = zip.get(path) ?? new Uint8Array();
      expect({ path, sha256, bytes }).toEqual({
        path,
        sha256: createHash("sha256").update(content).digest("hex"),
        bytes: content.length,
      });
    }
    const listedPaths = new Set<string>(listed.map((file) => file.path));
    expect(listedPaths).toEqual(new Set([...zip.keys()].filter((path) => path !== "manifest.json")));
  });

  it("holds the documents as they were sent", async () => {
    const zip = await files();
    const digest = createHash("sha256").update(lock).digest("hex");
    expect(text(zip.get(`documents/${digest}`))).toBe(lock);
  });

  it("carries the ids of the interface, and no secret", async () => {
    const key = await perform(createKey, runtime, owner.actor, { name: "ci" });
    const zip = await files();
    expect(text(zip.get("jsonl/people.jsonl"))).toContain(owner.personId);
    const everything = [...zip.values()].map(text).join("\n");
    for (const secret of [key.key, runtime.sha256(key.key)]) expect(everything).not.toContain(secret);
    expect(text(zip.get("csv/organizations.csv"))).not.toContain("salt");
  });

  it("writes no formula into a spreadsheet, and leaves JSON as it is", async () => {
    const zip = await files();
    expect(text(zip.get("csv/people.csv"))).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text(zip.get("jsonl/people.jsonl"))).toContain('"=HYPERLINK(\\"http://x\\")"');
  });

  it("leaves out the rows of people for a role that may not see them, and says so", async () => {
    const zip = await files(testActor(owner.actor.organizationId, ["finance"]));
    const manifest = JSON.parse(text(zip.get("manifest.json")));
    const omitted = manifest.omitted.map((table: { table: string }) => table.table);
    expect(omitted).toEqual([
      "api_keys",
      "contribution_notes",
      "contributions",
      "identities",
      "members",
      "memberships",
      "people",
      "saved_views",
    ]);
    for (const table of omitted) expect(zip.has(`jsonl/${table}.jsonl`)).toBe(false);
    expect([...zip.values()].map(text).join("\n")).not.toContain(owner.email);
  });

  it("is refused to those without the right, before a byte is sent", async () => {
    await expect(
      exportOrganization(runtime, testActor(owner.actor.organizationId, ["ospo"])),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("has nothing of another organization", async () => {
    const other = testActor(await testOrganization(database, { name: "Other" }), ["owner"]);
    await perform(setHeadcount, runtime, other, { month: "2026-01", developers: 1 });
    const everything = [...(await files(other)).values()].map(text).join("\n");
    for (const theirs of ["Acme", owner.personId, "package-lock.json"])
      expect(everything).not.toContain(theirs);
    expect(everything).toContain("Other");
  });

  it("ends when nobody reads on, and gives its connection back", async () => {
    for (let time = 0; time < 12; time += 1) {
      const reader = (await exportOrganization(runtime, owner.actor)).getReader();
      await reader.read();
      await reader.cancel();
    }
    expect((await files()).has("manifest.json")).toBe(true);
  });
});

describe("a cell of CSV", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-2", "'-2"],
    ["@x", "'@x"],
    ["\tx", "'\tx"],
    ["\rx", `"'\rx"`],
    [-45, "-45"],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    [null, ""],
    [["a", "b"], '"[""a"",""b""]"'],
    [true, "true"],
  ])("of %j is %s", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
