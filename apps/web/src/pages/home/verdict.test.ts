import { setLanguage, type Language } from "@headwater/ui/format";
import { afterEach, describe, expect, test } from "vitest";
import { verdictOf } from "./verdict.ts";

const figures = {
  giveBack: "30700.00",
  currency: "USD",
  target: "80000.00",
  giveBackOfTarget: 0.38375,
  projects: 340,
  mostUsed: { projects: 5, withoutGiving: 2 },
  confidence: { partial: false },
};

const most = (projects: number, withoutGiving: number | null) => ({ mostUsed: { projects, withoutGiving } });

const said = (language: Language, more: Partial<typeof figures> | object) => {
  setLanguage(language);
  const { before, given, between, projects, after } = verdictOf({ ...figures, ...more });
  return (before + given + between + projects + after).replaceAll(/[\u00a0\u202f]/g, " ");
};

afterEach(() => setLanguage("en"));

describe("the verdict", () => {
  test.each([
    [
      "part of the target",
      {},
      "We gave 38 % of our target, and two of the five projects we stand on most got nothing.",
      "Wir haben 38 % unseres Ziels gegeben, und zwei der fünf Projekte, auf denen wir am meisten stehen, bekamen nichts.",
    ],
    [
      "one of five without anything",
      most(5, 1),
      "We gave 38 % of our target, and one of the five projects we stand on most got nothing.",
      "Wir haben 38 % unseres Ziels gegeben, und eines der fünf Projekte, auf denen wir am meisten stehen, bekam nichts.",
    ],
    [
      "above the target, and all got something",
      { giveBackOfTarget: 1.12, ...most(5, 0) },
      "We gave 112 % of our target, and each of the five projects we stand on most got something.",
      "Wir haben 112 % unseres Ziels gegeben, und jedes der fünf Projekte, auf denen wir am meisten stehen, bekam etwas.",
    ],
    [
      "nothing given",
      { giveBack: "0.00", giveBackOfTarget: 0, ...most(5, 5) },
      "We gave nothing, and none of the five projects we stand on most got anything.",
      "Wir haben nichts gegeben, und keines der fünf Projekte, auf denen wir am meisten stehen, bekam etwas.",
    ],
    [
      "no target",
      { target: null, giveBackOfTarget: null },
      "We gave USD 30,700, and two of the five projects we stand on most got nothing.",
      "Wir haben 30.700 USD gegeben, und zwei der fünf Projekte, auf denen wir am meisten stehen, bekamen nichts.",
    ],
    [
      "one project",
      most(1, 1),
      "We gave 38 % of our target, and the one project we stand on got nothing.",
      "Wir haben 38 % unseres Ziels gegeben, und das eine Projekt, auf dem wir stehen, bekam nichts.",
    ],
    [
      "one project that got something",
      most(1, 0),
      "We gave 38 % of our target, and the one project we stand on got something.",
      "Wir haben 38 % unseres Ziels gegeben, und das eine Projekt, auf dem wir stehen, bekam etwas.",
    ],
    [
      "usage unknown",
      { projects: 2, ...most(0, 0) },
      "We gave 38 % of our target, and do not know yet whom we stand on.",
      "Wir haben 38 % unseres Ziels gegeben und wissen noch nicht, auf wem wir stehen.",
    ],
    [
      "neither use nor giving",
      { projects: 0, giveBack: "0.00", ...most(0, 0) },
      "Nothing is known yet of what we use and what we give.",
      "Noch ist nicht bekannt, was wir nutzen und was wir geben.",
    ],
    [
      "projects that would tell of a person",
      most(5, null),
      "We gave 38 % of our target.",
      "Wir haben 38 % unseres Ziels gegeben.",
    ],
    [
      "such projects and no target",
      { target: null, giveBackOfTarget: null, ...most(5, null) },
      "We gave USD 30,700 and have set no target.",
      "Wir haben 30.700 USD gegeben und kein Ziel gesetzt.",
    ],
    [
      "a picture that is partial",
      { confidence: { partial: true } },
      "Partial: we gave 38 % of our target, and two of the five projects we stand on most got nothing.",
      "Unvollständig: Wir haben 38 % unseres Ziels gegeben, und zwei der fünf Projekte, auf denen wir am meisten stehen, bekamen nichts.",
    ],
  ])("of %s", (_, more, english, german) => {
    expect([said("en", more), said("de", more)]).toEqual([english, german]);
  });
});
