import { describe, expect, test } from "vitest";
import { contrast, readInks } from "./contrast.ts";
import css from "./inks.css?raw";

const inks = readInks(css);
const surfaces = ["paper", "paper-2", "paper-3", "sheet", "select"];
const themes = ["light", "dark"] as const;

/** Text has 4.5 to 1 on every surface on which it is ever set (WCAG 1.4.3). */
const text: readonly (readonly [string, readonly string[]])[] = [
  ["ink", [...surfaces, "gap-soft", "give-soft"]],
  ["ink-2", surfaces],
  ["ink-3", surfaces],
  ["give", ["paper", "paper-2", "sheet"]],
  ["gap", ["paper", "paper-2", "sheet", "gap-soft"]],
  ["warn", ["paper", "paper-2", "sheet"]],
  // The toast and the primary button are ink with paper on them.
  ["paper", ["ink", "ink-2"]],
];

/** Marks, edges of what can be pressed, and the focus ring have 3 to 1 (WCAG 1.4.11). */
const marks: readonly (readonly [string, readonly string[]])[] = [
  ["use", ["paper", "paper-2", "select"]],
  ["give", ["paper", "paper-2", "paper-3", "select"]],
  ["rule-field", ["paper", "sheet"]],
  ["focus", surfaces],
  ["gap", surfaces],
  ["warn", surfaces],
  ["ink", surfaces],
];

describe.each(themes)("in the %s theme", (theme) => {
  test.each(pairs(text))("text in %s on %s has a contrast of at least 4.5", (mark, ground) => {
    expect(between(mark, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(marks))("marks in %s on %s have a contrast of at least 3", (mark, ground) => {
    expect(between(mark, ground, theme)).toBeGreaterThanOrEqual(3);
  });

  test("what we give is told from what we take by lightness too", () => {
    expect(between("give", "use", theme)).toBeGreaterThanOrEqual(1.9);
  });
});

test("agrees with the sRGB definition for black, white and a known grey", () => {
  const grey = (lightness: number) => ({ lightness, chroma: 0, hue: 0 });
  expect(contrast(grey(0), grey(1))).toBeCloseTo(21, 6);
  // OKLCH lightness 0.5999 is #808080, of luminance 0.2159.
  expect(contrast(grey(0.5999), grey(1))).toBeCloseTo(1.05 / 0.2659, 2);
});

test("every colour token that is opaque is read from the style sheet", () => {
  const opaque = [...css.matchAll(/light-dark\(oklch\([\d. ]+\)/g)].length;
  expect(inks.size).toBe(opaque);
  expect(opaque).toBeGreaterThanOrEqual(19);
});

function pairs(table: readonly (readonly [string, readonly string[]])[]): [string, string][] {
  return table.flatMap(([mark, grounds]) => grounds.map((ground): [string, string] => [mark, ground]));
}

function between(mark: string, ground: string, theme: "light" | "dark"): number {
  const over = inks.get(mark);
  const under = inks.get(ground);
  if (over === undefined || under === undefined) throw new Error(`No token ${mark} or ${ground}`);
  return contrast(over[theme], under[theme]);
}
