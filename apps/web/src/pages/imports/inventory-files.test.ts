import { formats } from "@headwater/ingest";
import { describe, expect, test } from "vitest";
import { sift } from "./inventory-files.ts";

const dropped = (path: string, text = "") => ({
  path,
  file: new File([text], path.slice(path.lastIndexOf("/") + 1)),
});

/** A usual name for each format that the server reads; the test below fails when a format has none here. */
const usualNames: Readonly<Record<string, readonly string[]>> = {
  "npm-lock": ["package-lock.json", "npm-shrinkwrap.json"],
  "pnpm-lock": ["pnpm-lock.yaml"],
  "cargo-lock": ["Cargo.lock"],
  "go-mod": ["go.mod"],
  "cyclonedx-json": ["bom.json", "shop.cdx.json", "shop-bom.json", "shop.cdxjson"],
  "spdx-json": ["spdx.json", "shop.spdx.json"],
};

describe("of a folder", () => {
  test.each(formats.map((format) => [format.name, usualNames[format.name] ?? [], format.fileName] as const))(
    "files of the format %s are taken by their names, gzipped too",
    async (_, names, fileName) => {
      expect(names.length).toBeGreaterThan(0);
      expect(names.every((name) => fileName.test(name))).toBe(true);
      const files = names.flatMap((name) => [dropped(`shop/${name}`), dropped(`shop/${name}.gz`)]);
      expect((await sift(files)).inventories).toHaveLength(files.length);
    },
  );

  test("an SBOM of any name is known by what it says, and the other files are counted", async () => {
    const found = await sift([
      dropped("shop/delivery.json", '{ "bomFormat": "CycloneDX" }'),
      dropped("shop/package.json", '{ "name": "shop" }'),
      dropped("shop/src/main.ts", "export {};"),
    ]);
    expect(found.inventories.map(({ path }) => path)).toEqual(["shop/delivery.json"]);
    expect(found.skipped).toBe(2);
  });

  test("the manifests of a Cargo.lock and the sums of a go.mod go along with it, and with no other", async () => {
    const found = await sift([
      dropped("edge/Cargo.lock"),
      dropped("edge/Cargo.toml"),
      dropped("edge/crates/core/Cargo.toml"),
      dropped("cloud/go.mod"),
      dropped("cloud/go.sum"),
      dropped("other/Cargo.toml"),
    ]);
    expect(found.inventories.map(({ path, beside }) => [path, [...beside.keys()]])).toEqual([
      ["edge/Cargo.lock", ["Cargo.toml", "crates/core/Cargo.toml"]],
      ["cloud/go.mod", ["go.sum"]],
    ]);
    expect(found.skipped).toBe(1);
  });
});

test("a file that was chosen by itself is sent whatever it is called, so that the server says what it is", async () => {
  const found = await sift([dropped("notes.txt"), dropped("Cargo.toml")]);
  expect(found.inventories.map(({ path }) => path)).toEqual(["notes.txt", "Cargo.toml"]);
  expect(found.skipped).toBe(0);
});
