import { ProblemDocument } from "@headwater/contract/problem";
import { FoundComponents, Products, SnapshotChanges } from "@headwater/contract/products";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, valueAt, type Answer, type Installation } from "../testing/installation.ts";
import { folderOf } from "../testing/run.ts";

let server: Installation;
beforeAll(async () => {
  server = await installation();
});
afterAll(() => server.stop());

/** An inventory with one component of this name. */
const bomOf = (name: string) =>
  JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: { component: { type: "application", "bom-ref": "root", name: "root" } },
    components: [{ type: "library", "bom-ref": name, name, version: "1.0.0", purl: `pkg:npm/${name}@1.0.0` }],
    dependencies: [{ ref: "root", dependsOn: [name] }],
  });
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString("base64");

const anyUuid: unknown = expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const put = (body: unknown) => server.ask({ method: "PUT", path: "/api/v1/bom", body });
const post = (fields: Readonly<Record<string, string>>, file?: Blob) => {
  const form = new FormData();
  if (file !== undefined) form.append("bom", file, "bom");
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return server.ask({ method: "POST", path: "/api/v1/bom", body: form });
};

/** Nothing but 200 is good enough for the Jenkins plugin. Waits as it does, asking for the token's event; gives the product's UUID. */
async function settled({ status, json }: Answer): Promise<string> {
  expect({ status, json }).toEqual({ status: 200, json: { token: anyUuid, projectUuid: anyUuid } });
  const isProcessing = async (path: string) =>
    (await server.ask({ path: `/api/v1/${path}/token/${String(valueAt(json, "token"))}` })).json;
  for (const path of ["event", "bom"])
    await expect.poll(() => isProcessing(path), { timeout: 20_000 }).toEqual({ processing: false });
  return String(valueAt(json, "projectUuid"));
}

const products = async () => Products.parse((await server.ask({ path: "/api/v1/products" })).json).items;
const uuidOf = async (slug: string) =>
  (await products()).find((product) => product.slug === slug)?.uuid ?? "";
const changesOf = async (slug: string) =>
  SnapshotChanges.parse((await server.ask({ path: `/api/v1/products/${slug}/changes` })).json).items;
/** Products that use a package now. */
const usersOf = async (name: string) => {
  const { affected } = FoundComponents.parse(
    (await server.ask({ path: `/api/v1/components?q=pkg:npm/${name}` })).json,
  );
  return affected.map(({ product }) => product);
};

describe("cdxgen", () => {
  it("puts JSON with the inventory in base64 and autoCreate as text", async () => {
    const uuid = await settled(
      await put({
        autoCreate: "true",
        bom: base64(bomOf("left-pad")),
        projectName: "Shop Front",
        projectVersion: "1.4.2",
        isLatest: true,
        projectTags: [{ name: "web" }],
        parentName: "Shop",
        parentVersion: "1",
      }),
    );
    expect((await products()).find((product) => product.uuid === uuid)).toMatchObject({
      slug: "shop-front",
      name: "Shop Front",
      sources: [{ path: "dependency-track" }],
    });
    expect(await usersOf("left-pad")).toEqual(["shop-front"]);
  });

  it("names another version, which is the next snapshot of the one source", async () => {
    await settled(
      await put({
        autoCreate: "true",
        bom: base64(bomOf("right-pad")),
        projectName: "Shop Front",
        projectVersion: "1.5.0",
      }),
    );
    const all = await products();
    expect(all.find(({ slug }) => slug === "shop-front")?.sources).toHaveLength(1);
    expect(await changesOf("shop-front")).toEqual([
      expect.objectContaining({ label: "1.5.0", added: 1, removed: 1 }),
      expect.objectContaining({ label: "1.4.2", added: 1, removed: 0 }),
    ]);
    expect(all.filter(({ name }) => name === "Shop")).toEqual([]);
  });

  it("names a product by the UUID that it was told", async () => {
    const known = await uuidOf("shop-front");
    const uuid = await settled(
      await put({
        project: known,
        projectVersion: "main",
        autoCreate: "false",
        bom: base64(bomOf("up-pad")),
      }),
    );
    expect(uuid).toBe(known);
    expect([await usersOf("up-pad"), await usersOf("left-pad")]).toEqual([["shop-front"], []]);
  });
});

describe("the gh-upload-sbom action", () => {
  it("puts JSON with autoCreate as a truth value, tags and a version that is not the latest", async () => {
    await settled(
      await put({
        projectName: "Action",
        projectVersion: "1",
        autoCreate: true,
        bom: base64(bomOf("current")),
        isLatestProjectVersion: "true",
      }),
    );
    await settled(
      await put({
        projectName: "Action",
        projectVersion: "0",
        autoCreate: true,
        bom: base64(bomOf("outdated")),
        isLatestProjectVersion: "false",
        parentUUID: "dadec8ad-7053-4e8c-8044-7b6ef698e08d",
      }),
    );
    expect([await usersOf("current"), await usersOf("outdated")]).toEqual([["action"], []]);
  });

  it("posts a form with the inventory as a file called bom", async () => {
    const fields = {
      projectName: "Formed",
      projectVersion: "2",
      autoCreate: "true",
      projectTags: "a,b",
      isLatest: "true",
      parentName: "Shop",
      parentVersion: "3",
    };
    await settled(await post(fields, new Blob([bomOf("formed")])));
    expect(await usersOf("formed")).toEqual(["formed"]);
  });

  it("posts a form with the product's UUID alone, and gzip", async () => {
    await settled(
      await post({ project: await uuidOf("formed") }, new Blob([new Uint8Array(gzipSync(bomOf("packed")))])),
    );
    expect(await usersOf("packed")).toEqual(["formed"]);
  });
});

describe("the Jenkins plugin", () => {
  const json = async (path: string) =>
    (await server.ask({ path, headers: { accept: "application/json" } })).json;

  it("tests the connection: version, project and team, with the permissions that uploading needs", async () => {
    expect((await fetch(`${server.url}/api/version`)).status).toBe(200);
    expect(await json("/api/version")).toMatchObject({ version: expect.stringMatching(/^4\.\d+\.\d+$/) });
    expect(await json("/api/v1/project")).toEqual(expect.arrayContaining([]));
    const permissions = ["BOM_UPLOAD", "PROJECT_CREATION_UPLOAD", "VIEW_PORTFOLIO"].map((name) => ({ name }));
    expect(await json("/api/v1/team/self")).toMatchObject({
      name: expect.any(String),
      permissions: expect.arrayContaining(permissions),
    });
  });

  it("posts the inventory as a text field without a file name, waits for it and looks the product up", async () => {
    const uuid = await settled(
      await post({
        bom: bomOf("jenkins"),
        projectName: "Built here",
        projectVersion: "7",
        autoCreate: "true",
        isLatest: "true",
        parentName: "Group",
      }),
    );
    expect(await json("/api/v1/project/lookup?name=Built%20here&version=7")).toMatchObject({
      name: "Built here",
      uuid,
      version: null,
    });
    expect(await usersOf("jenkins")).toEqual(["built-here"]);
  });

  it("reads page after page of projects until one is empty", async () => {
    const pageOf = async (page: number, limit: number): Promise<readonly unknown[]> => {
      const answer = await json(`/api/v1/project?limit=${limit}&excludeInactive=true&page=${page}`);
      if (!Array.isArray(answer)) throw new Error(`page ${page} is ${JSON.stringify(answer)}`);
      return answer;
    };
    const uuids = (await products()).map(({ uuid }) => uuid);
    const read: unknown[] = [];
    for (
      let page = 1, rows = await pageOf(page, 2);
      rows.length > 0 && page <= uuids.length;
      page += 1, rows = await pageOf(page, 2)
    )
      read.push(...rows.map((row) => valueAt(row, "uuid")));
    expect(new Set(read)).toEqual(new Set(uuids));
    expect(read).toHaveLength(uuids.length);
    expect(await pageOf(2, 500)).toEqual([]);
  });
});

describe("curl", () => {
  const curl = async (folder: string, words: readonly string[]) => {
    const child = spawn("curl", ["--silent", "--show-error", "--write-out", "\n%{http_code}", ...words], {
      cwd: folder,
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    await once(child, "close");
    const [body = "", status = ""] = said.split(/\n(?=\d{3}$)/);
    const json: unknown = JSON.parse(body);
    return { status: Number(status), json };
  };

  it("sends @file, gzip and a form", async () => {
    const folder = await folderOf({ "bom.json": bomOf("curled"), "bom.json.gz": gzipSync(bomOf("zipped")) });
    try {
      const address = `${server.url}/api/v1/sboms?product=curled&create=true&wait=true&source=`;
      const key = ["--header", `Authorization: Bearer ${server.key}`];
      expect(
        await curl(folder.path, [...key, "--data-binary", "@bom.json", `${address}plain`]),
      ).toMatchObject({ status: 200, json: { status: "done", snapshot: { components: 1 } } });
      expect(
        await curl(folder.path, [...key, "--data-binary", "@bom.json", `${address}plain`]),
      ).toMatchObject({ status: 200, json: { status: "unchanged" } });
      expect(
        await curl(folder.path, [
          ...key,
          "--data-binary",
          "@bom.json.gz",
          "--header",
          "Content-Encoding: gzip",
          `${address}gzip`,
        ]),
      ).toMatchObject({ status: 200, json: { status: "done", snapshot: { components: 1 } } });
      const form = [
        "--form",
        "bom=@bom.json.gz",
        "--form",
        "projectName=curled",
        "--form",
        "projectVersion=1",
        "--form",
        "autoCreate=true",
      ];
      expect(await curl(folder.path, [...key, ...form, `${server.url}/api/v1/bom`])).toMatchObject({
        status: 200,
        json: { token: expect.any(String) },
      });
      expect([await usersOf("curled"), await usersOf("zipped")]).toEqual([["curled"], ["curled"]]);
    } finally {
      await folder.remove();
    }
  });
});

describe("what these clients print when they are refused", () => {
  it.each<[string, () => Promise<Answer>, number, string]>([
    ["no product", () => put({ bom: base64(bomOf("x")) }), 422, "bad-field"],
    [
      "a product that is not there",
      () => put({ projectName: "Nobody", projectVersion: "1", bom: base64(bomOf("x")) }),
      404,
      "unknown-product",
    ],
    [
      "a UUID that is not there",
      () => put({ project: "dadec8ad-7053-4e8c-8044-7b6ef698e08d", bom: base64(bomOf("x")) }),
      404,
      "unknown-product",
    ],
    ["no inventory", () => put({ projectName: "Shop Front" }), 422, "bad-field"],
    ["an empty inventory", () => put({ projectName: "Shop Front", bom: "" }), 422, "bad-field"],
    ["what is not base64", () => put({ projectName: "Shop Front", bom: "{}" }), 422, "bad-field"],
    [
      "what is not JSON",
      () =>
        server.ask({
          method: "PUT",
          path: "/api/v1/bom",
          body: "bom",
          headers: { "content-type": "application/json" },
        }),
      400,
      "bad-request",
    ],
    ["a form without the part", () => post({ projectName: "Shop Front" }), 422, "bad-field"],
    ["a token that is none", () => server.ask({ path: "/api/v1/event/token/none" }), 404, "not-found"],
    [
      "a token of nobody",
      () => server.ask({ path: "/api/v1/event/token/dadec8ad-7053-4e8c-8044-7b6ef698e08d" }),
      404,
      "not-found",
    ],
  ])("names the fault of %s in a list of errors", async (_, refused, status, code) => {
    const answer = await refused();
    const document = ProblemDocument.parse(answer.json);
    expect([answer.status, document.status, document.code]).toEqual([status, status, code]);
    expect(document.errors?.length).toBeGreaterThan(0);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect((await products()).some(({ slug }) => slug === "nobody")).toBe(false);
  });

  it("refuses a key that is not known with 401 and a problem document", async () => {
    const answer = await server.ask({
      method: "PUT",
      path: "/api/v1/bom",
      headers: { "x-api-key": "nobody-knows-this-key-at-all-0000000" },
      body: {},
    });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
  });
});
