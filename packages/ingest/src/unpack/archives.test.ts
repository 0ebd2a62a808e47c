import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseInventory } from "../index.ts";
import { parseJson } from "../json/index.ts";
import { defaultLimits } from "../limits.ts";

/** A tar of one member: 512 bytes of head with name, type and the target of a link, and two blocks of zeros. */
function tar(name: string, type: "0" | "2", target: string): Uint8Array {
  const head = Buffer.alloc(1536);
  head.write(name, 0);
  head.write("0000644\0", 100);
  head.write("00000000000\0", 124);
  head.write(`${type}${target}`, 156);
  head.write("ustar\u000000", 257);
  head.fill(" ", 148, 156);
  const sum = head.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return head;
}

/** The local head of a zip's one member. */
function zip(name: string): Uint8Array {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([head, Buffer.from(name), Buffer.from("{}")]);
}

describe("archives", () => {
  it.each([
    ["zip with a path that leads out", zip("../../package-lock.json"), "unsupported-compression"],
    ["tar with a path that leads out", tar("../../package-lock.json", "0", ""), "nul-byte"],
    ["tar with a link", tar("package-lock.json", "2", "/etc/passwd"), "nul-byte"],
    ["packed tar with a link", gzipSync(tar("package-lock.json", "2", "/etc/passwd")), "nul-byte"],
  ])("of the kind %s are refused whole, whatever is in them", (_, bytes, code) => {
    expect(parseInventory({ path: "inventory", bytes })).toMatchObject({
      kind: "refused",
      refusal: { code },
    });
  });
});

it("docs/security/uploads.md says the limits that are enforced", () => {
  const text = readFileSync(new URL("../../../../docs/security/uploads.md", import.meta.url), "utf8");
  const limit = (name: string) => Number(new RegExp(`\\| ${name} \\| (\\d+) \\|`).exec(text)?.[1]);
  expect(limit("largest file unpacked, bytes")).toBe(defaultLimits.unpackedBytes);
  expect(limit("largest ratio of unpacked to packed")).toBe(defaultLimits.unpackRatio);
  const deepest = limit("deepest nesting of JSON");
  const nested = (depth: number) => parseJson("[".repeat(depth) + "]".repeat(depth)).kind;
  expect([nested(deepest), nested(deepest + 1)]).toEqual(["parsed", "refused"]);
});
