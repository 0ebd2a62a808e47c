import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  identifierFromUuid,
  identifierToUuid,
  isIdentifierPrefix,
  newIdentifier,
  parseIdentifier,
} from "./index.ts";

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const millis = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe("an identifier", () => {
  // The vectors of the TypeID specification, spec/valid.yml.
  it.each([
    ["00000000-0000-0000-0000-000000000000", "00000000000000000000000000"],
    ["00000000-0000-0000-0000-000000000001", "00000000000000000000000001"],
    ["00000000-0000-0000-0000-00000000000a", "0000000000000000000000000a"],
    ["00000000-0000-0000-0000-000000000010", "0000000000000000000000000g"],
    ["00000000-0000-0000-0000-000000000020", "00000000000000000000000010"],
    ["ffffffff-ffff-ffff-ffff-ffffffffffff", "7zzzzzzzzzzzzzzzzzzzzzzzzz"],
    ["0110c853-1d09-52d8-d73e-1194e95b5f19", "0123456789abcdefghjkmnpqrs"],
    ["01890a5d-ac96-774b-bcce-b302099a8057", "01h455vb4pex5vsknk084sn02q"],
  ])("writes %s as %s", (uuid, suffix) => {
    const identifier = identifierFromUuid("ctr", uuid);
    expect(identifier).toBe(`ctr_${suffix}`);
    expect(identifierToUuid(identifier)).toBe(uuid);
    expect(parseIdentifier("ctr", identifier)).toBe(identifier);
  });

  it.each([
    "don_01h455vb4pex5vsknk084sn02q",
    "01h455vb4pex5vsknk084sn02q",
    "ctr_",
    "ctr_01H455VB4PEX5VSKNK084SN02Q",
    "ctr_81h455vb4pex5vsknk084sn02q",
    "ctr_01h455vb4pex5vsknk084sn02",
    "ctr_01h455vb4pex5vsknk084sn02qq",
    "ctr_01h455vb4pex5vsknk084sn0iq",
    "ctr_01h455vb4pex5vsknk084sn0lq",
    "ctr_01h455vb4pex5vsknk084sn0uq",
    "ctr_01h455vb4pex5vsknk084sn0-q",
    " ctr_01h455vb4pex5vsknk084sn02q",
    "ctr-01h455vb4pex5vsknk084sn02q",
  ])("refuses %j as a contribution", (text) => {
    expect(parseIdentifier("ctr", text)).toBeNull();
  });

  it("carries version 7, the variant of RFC 9562 and its time", () => {
    fc.assert(
      fc.property(millis, random, (time, bytes) => {
        const uuid = identifierToUuid(newIdentifier("don", time, bytes));
        expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(uuid.replace("-", "").slice(0, 12), 16)).toBe(time);
      }),
    );
  });

  it("comes back from its UUID and from its text", () => {
    fc.assert(
      fc.property(millis, random, (time, bytes) => {
        const identifier = newIdentifier("prj", time, bytes);
        expect(identifierFromUuid("prj", identifierToUuid(identifier))).toBe(identifier);
        expect(identifierFromUuid("prj", identifierToUuid(identifier).toUpperCase())).toBe(identifier);
        expect(parseIdentifier("prj", identifier)).toBe(identifier);
        expect(parseIdentifier("ctr", identifier)).toBeNull();
      }),
    );
  });

  it("sorts by the time at which it was made", () => {
    fc.assert(
      fc.property(millis, millis, random, random, (left, right, some, others) => {
        fc.pre(left < right);
        expect(newIdentifier("aud", left, some) < newIdentifier("aud", right, others)).toBe(true);
      }),
    );
  });

  it("differs where the random bits that it uses differ", () => {
    const zeros = new Uint8Array(10);
    const ones = Uint8Array.from(zeros, (_, index) => (index === 9 ? 1 : 0));
    expect(newIdentifier("key", 1, zeros)).not.toBe(newIdentifier("key", 1, ones));
  });

  it("cannot be made of a wrong time or too little randomness", () => {
    expect(() => newIdentifier("org", -1, new Uint8Array(10))).toThrow(RangeError);
    expect(() => newIdentifier("org", 2 ** 48, new Uint8Array(10))).toThrow(RangeError);
    expect(() => newIdentifier("org", 1, new Uint8Array(9))).toThrow(RangeError);
    expect(() => identifierFromUuid("org", "not-a-uuid")).toThrow(RangeError);
  });

  it("has a prefix of the closed list", () => {
    expect(isIdentifierPrefix("ctr")).toBe(true);
    expect(isIdentifierPrefix("constructor")).toBe(false);
    expect(isIdentifierPrefix("")).toBe(false);
  });
});
