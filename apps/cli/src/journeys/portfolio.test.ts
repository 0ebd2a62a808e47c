import { Ratios, type RatioRow } from "@headwater/contract/ratios";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnvironment } from "../env.ts";
import { installation, type Installation } from "../testing/installation.ts";
import { folderOf, headwater } from "../testing/run.ts";

const corpus = readEnvironment().all["HEADWATER_CORPUS"] ?? "";
const portfolio = join(corpus, "lockfiles", "products");
const babel = { pattern: "@babel/*", project: "github.com/babel/babel" };

interface Line {
  readonly project: string;
  readonly usageShare: number;
  readonly reach: number;
  readonly packages: readonly string[];
}

interface Scanned {
  readonly members?: readonly string[];
}

/** Real lockfiles of 25 products, where the corpus is at hand. */
describe.skipIf(corpus === "")("a portfolio of real products", () => {
  let server: Installation;
  let lines: readonly Line[];
  const rows: RatioRow[] = [];

  beforeAll(async () => {
    server = await installation();
    const folder = await folderOf({ rules: `${babel.pattern} ${babel.project}\n` });
    const used = await headwater(["usage", portfolio, "--rules", "rules", "--json"], {
      folder: folder.path,
    });
    await folder.remove();
    const printed: { readonly projects: readonly Line[] } = JSON.parse(used.stdout);
    lines = printed.projects;
    const rule = await server.ask({ method: "PUT", path: "/api/v1/mapping-rules", body: babel });
    if (rule.status >= 300) throw new Error(rule.text);
    const pushed = await server.run(["push", portfolio, "--json"]);
    if (pushed.status !== 0) throw new Error(pushed.stderr);
    for (let cursor: string | null = ""; cursor !== null;) {
      const page = Ratios.parse(
        (
          await server.ask({
            path: `/api/v1/ratios?limit=1000${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
          })
        ).json,
      );
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
  }, 400_000);
  afterAll(() => server.stop());

  it("has axios once, and babel as one project by rule", () => {
    expect(rows.filter(({ name }) => name === "axios" || name === "axios/axios")).toHaveLength(1);
    expect(rows.filter(({ project }) => project === babel.project)).toHaveLength(1);
    expect(
      rows.filter(
        ({ project, name }) =>
          project?.startsWith("pkg:npm/%40babel/") === true || name.startsWith("@babel/"),
      ),
    ).toEqual([]);
  });

  it("has none of the members of the products' workspaces, with no pattern that names them", async () => {
    const folder = await folderOf({});
    const scanned = await headwater(["scan", portfolio, "--json"], { folder: folder.path });
    await folder.remove();
    const { products }: { readonly products: readonly { readonly sources: readonly Scanned[] }[] } =
      JSON.parse(scanned.stdout);
    const members = new Set(
      products
        .flatMap(({ sources }) => sources.flatMap((source) => source.members ?? []))
        .filter((name) => name.startsWith("@")),
    );
    expect(members.size).toBeGreaterThan(50);
    expect(members).toContain("@novu/shared");
    expect(rows.map(({ name }) => name).filter((name) => members.has(name))).toEqual([]);
  });

  it("is shared out alike without a server and with one", () => {
    const shareOf = new Map(
      rows.map(({ project = "", usageShare, reach }) => [
        project,
        { usageShare: usageShare ?? Number.NaN, reach: reach ?? Number.NaN },
      ]),
    );
    const differing = lines.filter(({ project, usageShare, reach }) => {
      const row = shareOf.get(project);
      return (
        row === undefined ||
        Math.abs(row.usageShare - usageShare) > 1e-12 ||
        Math.abs(row.reach - reach) > 1e-12
      );
    });
    expect(differing.slice(0, 10)).toEqual([]);
    expect(rows).toHaveLength(lines.length);
  });
});
