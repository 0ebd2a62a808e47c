import fc from "fast-check";
import { expect, it } from "vitest";
import { base64Body } from "./base64-body.ts";

const encode = (text: string) => new TextEncoder().encode(text);

it("gives what a parser of the whole body gives, wherever the member stands and however large it is", async () => {
  const bodies = fc.record({
    before: fc.dictionary(fc.string(), fc.jsonValue()),
    size: fc.oneof(fc.nat(50), fc.integer({ min: 786_430, max: 786_440 })),
    after: fc.dictionary(fc.string(), fc.jsonValue()),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async ({ before, size, after }) => {
      const content = Uint8Array.from({ length: size }, (_, place) => place % 251);
      const text = JSON.stringify({ ...before, bom: Buffer.from(content).toString("base64"), ...after });
      const lifted = await base64Body(encode(text), "bom");
      // Another member of the name may stand before it: then nothing is lifted out, and the whole is parsed.
      if (lifted === null) return;
      const whole: unknown = JSON.parse(text);
      expect({ ...membersOf(whole), bom: "" }).toEqual(lifted.rest);
      expect(Buffer.from(lifted.content).equals(Buffer.from(String(membersOf(whole)["bom"]), "base64"))).toBe(
        true,
      );
    }),
    { numRuns: 60 },
  );
});

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

it.each([
  ["another member", '{"sbom": "AAAA"}'],
  ["a member deeper down only", '{"inner": {"bom": "AAAA"}}'],
  ["a member that is no text", '{"bom": 7, "other": "AAAA"}'],
  ["escapes in its text", String.raw`{"bom": "AA\/A"}`],
  ["text that is not in groups of four", '{"bom": "AAAAA"}'],
  ["other characters in its text", '{"bom": "AA-!"}'],
  ["padding within its text", '{"bom": "AA==AAAA"}'],
  ["a body that ends within it", '{"bom": "AAAA'],
  ["a body that is broken behind it", '{"bom": "AAAA", }'],
])("leaves %s to a parser of the whole body", async (_, text) => {
  expect(await base64Body(encode(text), "bom")).toBeNull();
});

it("takes the last of two members, as a parser does, by leaving both to it", async () => {
  expect(await base64Body(encode('{"bom": "AAAA", "bom": "BBBB"}'), "bom")).toBeNull();
});

it("lifts out the member at the top though one of its name stands deeper down behind it", async () => {
  const lifted = await base64Body(encode('{"bom": "aGk=", "inner": {"bom": "AAAA"}}'), "bom");
  expect(lifted).toEqual({ rest: { bom: "", inner: { bom: "AAAA" } }, content: encode("hi") });
});
