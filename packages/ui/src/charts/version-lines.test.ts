import { describe, expect, test } from "vitest";
import { roughWidth } from "./room.ts";
import { always } from "./testing/draws.ts";
import { lineParts, type Version, versionNames } from "./version-lines.ts";

const versions: readonly Version[] = ["5.2.5", "5.4.1", "5.4.5", "5.6.0", "5.6.1", "5.8.1"].map((name) => ({
  name,
  affected: name.startsWith("5.6"),
}));

const earlier = (version: number) => ({ version, inForce: false });
const inForce = (version: number) => ({ version, inForce: true });

describe("the line of a product", () => {
  test("goes from its earlier version to the one in force", () => {
    expect(lineParts([earlier(1), inForce(2)], versions)).toEqual([{ from: 1.5, to: 2.5, dotted: false }]);
  });

  test("is dotted across affected versions that were never in force", () => {
    expect(lineParts([earlier(2), inForce(5)], versions)).toEqual([
      { from: 2.5, to: 3, dotted: false },
      { from: 3, to: 5, dotted: true },
      { from: 5, to: 5.5, dotted: false },
    ]);
  });

  test("is solid into an affected version that was in force", () => {
    expect(lineParts([earlier(3), inForce(5)], versions)).toEqual([
      { from: 3.5, to: 4, dotted: false },
      { from: 4, to: 5, dotted: true },
      { from: 5, to: 5.5, dotted: false },
    ]);
  });

  test.each([[[]], [[inForce(4)]]])("%j needs no line", (held) => {
    expect(lineParts(held, versions)).toEqual([]);
  });

  test("runs without a gap from the first version to the last, and its dotted parts cover affected columns alone", () => {
    always((draw) => {
      const all = Array.from({ length: draw.whole(2, 12) }, (_, index) => ({
        name: `1.${index}`,
        affected: draw.whole(1, 3) === 1,
      }));
      const held = all.flatMap((_, version) =>
        draw.whole(0, 1) === 1 ? [{ version, inForce: draw.whole(0, 1) === 1 }] : [],
      );
      const parts = lineParts(held, all);
      if (held.length < 2) return;
      expect(parts[0]?.from).toBe((held[0]?.version ?? 0) + 0.5);
      expect(parts.at(-1)?.to).toBe((held.at(-1)?.version ?? 0) + 0.5);
      for (const [index, part] of parts.entries()) {
        expect(part.to).toBeGreaterThan(part.from);
        if (index > 0) expect(parts[index - 1]).toMatchObject({ to: part.from, dotted: !part.dotted });
        if (part.dotted)
          for (let column = part.from; column < part.to; column++) {
            expect(all[column]?.affected).toBe(true);
            expect(held.some(({ version }) => version === column)).toBe(false);
          }
      }
    });
  });
});

describe("the names of versions", () => {
  test("all stand over columns of 58 px", () => {
    expect(versionNames(versions, 58).map(({ x }) => x)).toEqual([29, 87, 145, 203, 261, 319]);
  });

  test("give way to those of affected versions, then to later ones", () => {
    expect(versionNames(versions, 12).map(({ name }) => name)).toEqual(["5.4.1", "5.6.1"]);
    expect(versionNames(versions, 26).map(({ name }) => name)).toEqual(["5.2.5", "5.4.5", "5.6.1"]);
  });

  test("never run into each other", () => {
    always((draw) => {
      const all = Array.from({ length: draw.whole(1, 40) }, (_, index) => ({
        name: `${draw.whole(0, 30)}.${index}.${draw.whole(0, 99)}`,
        affected: draw.whole(1, 4) === 1,
      }));
      const named = versionNames(all, draw.whole(6, 60));
      for (const [index, { name, x }] of named.entries()) {
        const next = named[index + 1];
        if (next === undefined) continue;
        expect(x + roughWidth(name, 11) / 2).toBeLessThan(next.x - roughWidth(next.name, 11) / 2);
      }
    });
  });
});
