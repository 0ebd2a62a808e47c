import fc from "fast-check";
import { expect, test } from "vitest";
import { quantiseMass, WHOLE_MASS } from "./mass.ts";

test.each([
  { kept: [0.5, 0.25], leftOver: 0.25, mass: [5e14, 2.5e14], rest: 2.5e14 },
  {
    kept: [1 / 3, 1 / 3, 1 / 3],
    leftOver: 0,
    mass: [333_333_333_333_334, 333_333_333_333_333, 333_333_333_333_333],
    rest: 0,
  },
  { kept: [], leftOver: 1, mass: [], rest: 1e15 },
  { kept: [0, 0], leftOver: 0, mass: [0, 0], rest: 1e15 },
])("kept parts $kept and $leftOver left over become $mass and $rest", ({ kept, leftOver, mass, rest }) => {
  const quantised = quantiseMass(Float64Array.from(kept), leftOver);
  expect([...quantised.mass]).toEqual(mass);
  expect(quantised.leftOver).toBe(rest);
});

test("mass and what is left over are whole and sum to 1e15 exactly, and nothing receives nothing", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 }),
      (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const normal = Float64Array.from(parts, (part) => (total === 0 ? 0 : part / total));
        const { mass, leftOver } = quantiseMass(normal.subarray(1), normal[0] ?? 0);
        expect([...mass].reduce((sum, part) => sum + BigInt(part), BigInt(leftOver))).toBe(
          BigInt(WHOLE_MASS),
        );
        for (const [n, part] of mass.entries()) {
          expect(Math.abs(part - (normal[n + 1] ?? 0) * WHOLE_MASS)).toBeLessThan(20);
          expect(part === 0 || (normal[n + 1] ?? 0) > 0).toBe(true);
        }
      },
    ),
  );
});
