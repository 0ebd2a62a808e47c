import { describe, expect, it } from "vitest";
import { pnpmLock } from "./index.ts";

describe("members of a workspace", () => {
  const lock = `lockfileVersion: '9.0'
importers:
  .: {}
  apps/web:
    dependencies:
      '@acme/ui':
        specifier: workspace:*
        version: link:../../packages/ui
      tools:
        specifier: workspace:*
        version: link:../../packages/tools
  packages/ui: {}
  packages/tools: {}
  packages/alone: {}
`;
  const membersOf = (manifests: Readonly<Record<string, unknown>>) => {
    const beside = new Map(
      Object.entries(manifests).map(([folder, manifest]) => [
        `${folder}/package.json`,
        typeof manifest === "string" ? manifest : JSON.stringify(manifest),
      ]),
    );
    const result = pnpmLock.parse({ path: "pnpm-lock.yaml", text: lock, beside });
    if (result.kind === "refused") throw new Error(result.refusal.message);
    const { members, problems } = result.inventory;
    return {
      members: Object.fromEntries(members.map(({ ref, name, purl }) => [ref, [name, purl]])),
      problems: problems.map(({ code, where }) => [code, where]),
    };
  };

  it("bear the names under which others link them, and are known to registries by a scope", () => {
    expect(membersOf({}).members).toEqual({
      "apps/web": ["apps/web", null],
      "packages/ui": ["@acme/ui", "pkg:npm/%40acme/ui"],
      "packages/tools": ["tools", null],
      "packages/alone": ["packages/alone", null],
    });
  });

  it("bear the names of their manifests, and are known to registries unless those are private", () => {
    const manifests = {
      "apps/web": { name: "web", private: true },
      "packages/ui": { name: "@acme/kit", version: "2.0.0", private: true },
      "packages/tools": { name: "acme-tools", version: "1.0.0" },
    };
    expect(membersOf(manifests).members).toEqual({
      "apps/web": ["web", null],
      "packages/ui": ["@acme/kit", "pkg:npm/%40acme/kit@2.0.0"],
      "packages/tools": ["acme-tools", "pkg:npm/acme-tools@1.0.0"],
      "packages/alone": ["packages/alone", null],
    });
  });

  it("are known by their links where a manifest cannot be read, which is told", () => {
    expect(membersOf({ "packages/ui": "{" })).toMatchObject({
      members: { "packages/ui": ["@acme/ui", "pkg:npm/%40acme/ui"] },
      problems: [["manifest-unreadable", "packages/ui/package.json"]],
    });
  });

  it("have their manifests in their folders", () => {
    expect(pnpmLock.memberManifest?.({ ref: "packages/ui", name: null, version: null, purl: null })).toBe(
      "packages/ui/package.json",
    );
  });
});
