import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { folderOf, headwater, packageLock } from "../testing/run.ts";

const folders: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of folders.splice(0)) await remove();
});

async function given(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const { path, remove } = await folderOf(files);
  folders.push(remove);
  return path;
}

const bom = (
  name: string,
  direct: readonly string[],
  needs: Readonly<Record<string, readonly string[]>>,
  dev: readonly string[] = [],
) => {
  const names = new Set([...direct, ...Object.keys(needs), ...Object.values(needs).flat()]);
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    metadata: { component: { type: "application", "bom-ref": name, name } },
    components: [...names].map((one) => ({
      type: "library",
      "bom-ref": one,
      name: one,
      version: "1.0.0",
      purl: `pkg:npm/${one}@1.0.0`,
      ...(dev.includes(one) ? { scope: "excluded" } : {}),
    })),
    dependencies: [
      { ref: name, dependsOn: direct },
      ...Object.entries(needs).map(([ref, dependsOn]) => ({ ref, dependsOn })),
    ],
  });
};

const sharesOf = (
  stdout: string,
): ReadonlyMap<string, { usageShare: number; reach: number; packages: readonly string[] }> =>
  new Map(JSON.parse(stdout).projects.map((line: { project: string }) => [line.project, line]));

describe("headwater usage", () => {
  it("gives the flow of the worked example for products of one tier", async () => {
    // Payments needs A, B and E (for development), Portal A and C, Tools C; A→B, B→D, C→D. All weigh a third; the floor is off.
    const folder = await given({
      "payments/bom.json": bom("payments", ["a", "b", "e"], { a: ["b"], b: ["d"] }, ["e"]),
      "portal/bom.json": bom("portal", ["a", "c"], { a: ["b"], b: ["d"], c: ["d"] }),
      "tools/bom.json": bom("tools", ["c"], { c: ["d"] }),
    });
    const { status, stdout } = await headwater(["usage", ".", "--floor", "0", "--json"], { folder });
    expect(status).toBe(0);
    const shares = sharesOf(stdout);
    // Payments hands out 2.25 units, Portal 2, Tools 1.
    const [unit, half] = [1 / 2.25, 1 / 2];
    const expected = {
      a: (unit / 2 + half / 2) / 3,
      b: ((unit + unit / 2) / 2 + half / 2 / 2) / 3,
      c: (half / 2 + 1 / 2) / 3,
      d: ((unit + unit / 2) / 2 + half / 2 / 2 + half / 2 + 1 / 2) / 3,
      e: (0.25 * unit) / 3,
    };
    for (const [name, share] of Object.entries(expected))
      expect(shares.get(`pkg:npm/${name}`)?.usageShare).toBeCloseTo(share, 12);
    expect([...shares.values()].reduce((sum, { usageShare }) => sum + usageShare, 0)).toBeCloseTo(1, 12);
    expect(shares.get("pkg:npm/d")?.reach).toBe(1);
    expect(shares.get("pkg:npm/e")?.reach).toBeCloseTo(1 / 3, 12);
  });

  it("unites packages under a rule, and refuses a rule that is none with its line", async () => {
    const folder = await given({
      "shop/package-lock.json": packageLock(
        "shop",
        { "@babel/core": "7", react: "18" },
        {
          "@babel/core": { version: "7.0.0", dependencies: { "@babel/types": "7" } },
          "@babel/types": { version: "7.0.0" },
          react: { version: "18.0.0" },
        },
      ),
      "rules.txt": "# what we know\n@babel/* https://github.com/babel/babel\n",
      "wrong.txt": "react\n",
    });
    const { stdout } = await headwater(["usage", ".", "--rules", "rules.txt", "--json"], { folder });
    const shares = sharesOf(stdout);
    expect([...shares.keys()].sort()).toEqual(["github.com/babel/babel", "pkg:npm/react"]);
    expect(shares.get("github.com/babel/babel")).toMatchObject({
      usageShare: 0.5,
      packages: ["pkg:npm/%40babel/core", "pkg:npm/%40babel/types"],
    });
    const wrong = await headwater(["usage", ".", "--rules", "wrong.txt"], { folder });
    expect(wrong).toMatchObject({ status: 2, stdout: "" });
    expect(wrong.stderr).toContain("wrong.txt, line 1");
  });

  it("takes the project from what is installed beside the lockfile, and never through a link that leads out", async () => {
    const folder = await given({
      "shop/package-lock.json": packageLock(
        "shop",
        { react: "18", vue: "3" },
        { react: { version: "18.0.0" }, vue: { version: "3.0.0" } },
      ),
      "shop/node_modules/react/package.json": JSON.stringify({
        name: "react",
        repository: { url: "git+https://github.com/facebook/react.git" },
        funding: "https://opencollective.com/react",
      }),
      "elsewhere/vue/package.json": JSON.stringify({ name: "vue", repository: "vuejs/core" }),
    });
    await symlink(join(folder, "elsewhere", "vue"), join(folder, "shop", "node_modules", "vue"));
    const { stdout } = await headwater(["usage", ".", "--json"], { folder });
    expect([...sharesOf(stdout).keys()].sort()).toEqual(["github.com/facebook/react", "pkg:npm/vue"]);
  });

  it("leaves out the company's own packages that a lockfile took from a registry", async () => {
    const lock = (dependency: string) =>
      `lockfileVersion: '9.0'\nimporters:\n  packages/ui:\n    dependencies:\n      '${dependency}':\n        specifier: 1.0.0\n        version: 1.0.0\npackages:\n  '${dependency}@1.0.0':\n    resolution: {integrity: sha512-x}\n  react@18.0.0:\n    resolution: {integrity: sha512-y}\nsnapshots:\n  '${dependency}@1.0.0':\n    dependencies:\n      react: 18.0.0\n  react@18.0.0: {}\n`;
    const folder = await given({
      "shop/pnpm-lock.yaml": lock("@acme/ui"),
      "shop/packages/ui/package.json": '{"name":"@acme/ui"}',
    });
    expect([...sharesOf((await headwater(["usage", ".", "--json"], { folder })).stdout).keys()]).toEqual([
      "pkg:npm/react",
    ]);
    const other = await given({ "shop/pnpm-lock.yaml": lock("@acme/theme") });
    expect([
      ...sharesOf(
        (await headwater(["usage", ".", "--json", "--own", "@acme/*"], { folder: other })).stdout,
      ).keys(),
    ]).toEqual(["pkg:npm/react"]);
  });

  it("prints names in a table, never package URLs", async () => {
    const folder = await given({
      "shop/package-lock.json": packageLock(
        "shop",
        { "@babel/core": "7" },
        { "@babel/core": { version: "7.0.0" } },
      ),
    });
    const { stdout } = await headwater(["usage", "."], { folder });
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "share %  reach %  project      packages",
      " 100.00      100  @babel/core  npm",
    ]);
    expect(stdout).not.toContain("pkg:");
  });
});

describe("headwater scan", () => {
  const lock = packageLock("shop", { react: "18" }, { react: { version: "18.0.0" } });

  it("makes a product of each folder and skips what is no inventory of it", async () => {
    const folder = await given({
      "shop/package-lock.json": lock,
      "shop/npm-shrinkwrap.json": packageLock("shop", {}, {}),
      "shop/api/package-lock.json.gz": gzipSync(lock),
      "shop/node_modules/x/package-lock.json": lock,
      "shop/vendor/x/go.mod": "module x\n\ngo 1.22\n",
      "shop/src/fixtures/package-lock.json": lock,
      "shop/.cache/package-lock.json": lock,
      "tools/go.mod": "module example.com/tools\n\ngo 1.22\n\nrequire github.com/x/y v1.0.0\n",
      "tools/sbom.json": "{",
    });
    const scanned = async (...words: readonly string[]) => {
      const ran = await headwater(["scan", ".", "--json", ...words], { folder });
      const { products } = JSON.parse(ran.stdout);
      return {
        status: ran.status,
        products: products.map((product: { product: string; sources: readonly { path: string }[] }) => [
          product.product,
          product.sources.map(({ path }) => path),
        ]),
      };
    };
    expect(await scanned()).toEqual({
      status: 1,
      products: [
        ["shop", ["api/package-lock.json", "npm-shrinkwrap.json"]],
        ["tools", ["go.mod", "sbom.json"]],
      ],
    });
    expect(
      await scanned("--exclude", "**/sbom.json", "--exclude", "shop/api", "--include", "**/fixtures/**"),
    ).toEqual({
      status: 0,
      products: [
        ["shop", ["npm-shrinkwrap.json", "src/fixtures/package-lock.json"]],
        ["tools", ["go.mod"]],
      ],
    });
    expect((await scanned("--product", "all")).products).toEqual([
      ["all", ["shop/api/package-lock.json", "shop/npm-shrinkwrap.json", "tools/go.mod", "tools/sbom.json"]],
    ]);
  });

  it("says what it skips, and that nothing was found", async () => {
    const folder = await given({});
    await mkdir(join(folder, "empty"));
    expect((await headwater(["scan", "--rules"], { folder })).stdout).toContain("node_modules");
    const nothing = await headwater(["scan", "."], { folder });
    expect(nothing).toMatchObject({ status: 2, stdout: "" });
    expect(nothing.stderr).toMatch(/^headwater: there is no inventory below [^\n]+\n$/);
  });

  it("does not let a file's text steer the terminal", async () => {
    const folder = await given({ "a\u001B[31mb/bom.json": bom("x", ["y"], {}) });
    expect((await headwater(["scan", "."], { folder })).stdout).toContain("a\\u001b[31mb");
  });
});
