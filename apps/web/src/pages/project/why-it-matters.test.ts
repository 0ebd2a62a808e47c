import type { ProjectUse } from "@headwater/contract/projects";
import { setLanguage } from "@headwater/ui/format";
import { afterEach, describe, expect, test } from "vitest";
import { whyItMatters } from "./why-it-matters.ts";

type Product = ProjectUse["products"][number];

/** `1d`: tier 1, contained, declared itself · `2i` through others · `3-` absent · `4?` cannot say · `1l` a list, which cannot tell. */
const products = (...marks: readonly string[]): { products: Product[] } => ({
  products: marks.map((mark, place) => ({
    product: `p${place}`,
    name: `P${place}`,
    tier: Number(mark[0]),
    team: null,
    teamName: null,
    presence: mark[1] === "-" ? "absent" : mark[1] === "?" ? "unknown" : "contained",
    lastSeenAt: null,
    since: null,
    direct: mark[1] === "d" ? true : mark[1] === "i" ? false : null,
    scopes: [],
    versions: [],
    broughtBy: [],
    path: [],
  })),
});
const nothing = { minutes: 0, giveBack: "0.00", cash: "0.00", unknownRows: 0 };

afterEach(() => setLanguage("en"));

describe("why a project matters", () => {
  test.each([
    [
      ["1i", "1i", "2i", "2i", "3i", "3i", "4-", "4?"],
      { minutes: 135, giveBack: "248.00", cash: "0.00", unknownRows: 0 },
      "Six of our eight products carry it, both tier 1 products among them, and none asks for it by name. One product cannot say. In this period we gave it 2:15 hours.",
      "Sechs unserer acht Produkte enthalten es, darunter beide der Stufe 1, und keines verlangt selbst danach. Bei einem Produkt ist es unbekannt. In diesem Zeitraum gaben wir ihm 2:15 Stunden.",
    ],
    [
      ["1-", "1d", "3d"],
      { minutes: 60, giveBack: "600.00", cash: "500.00", unknownRows: 0 },
      "Two of our three products carry it, one of two tier 1 products among them, and each asks for it by name. In this period we gave it 1:00 hours and USD\u00a0500.",
      "Zwei unserer drei Produkte enthalten es, darunter eines von zwei der Stufe 1, und jedes verlangt selbst danach. In diesem Zeitraum gaben wir ihm 1:00 Stunden und 500\u00a0USD.",
    ],
    [
      ["2d", "3-"],
      nothing,
      "One of our two products carries it, and asks for it by name. In this period we gave it nothing.",
      "Eines unserer zwei Produkte enthält es, und verlangt selbst danach. In diesem Zeitraum gaben wir ihm nichts.",
    ],
    [
      ["3-", "3-"],
      nothing,
      "None of our two products carries it, as far as we can see. In this period we gave it nothing.",
      "Keines unserer zwei Produkte enthält es, soweit wir sehen. In diesem Zeitraum gaben wir ihm nichts.",
    ],
    [
      ["1l"],
      { ...nothing, unknownRows: 2 },
      "Our one product carries it. What we gave it in this period has no known value.",
      "Unser einziges Produkt enthält es. Was wir ihm in diesem Zeitraum gaben, hat keinen bekannten Wert.",
    ],
    [[], { ...nothing, minutes: null }, "No product is known yet.", "Noch ist kein Produkt bekannt."],
  ])("of %j given %o is said in two languages", (marks, given, english, german) => {
    expect(whyItMatters(given, products(...marks), "USD")).toBe(english);
    setLanguage("de");
    expect(whyItMatters(given, products(...marks), "USD")).toBe(german);
  });
});
