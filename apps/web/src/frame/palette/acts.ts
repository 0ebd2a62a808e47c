import { useNavigate } from "@tanstack/solid-router";
import { language, languages, periodName } from "@headwater/ui/format";
import { signOut } from "../../session.ts";
import { chooseLanguage, languageNames } from "../language.ts";
import { neighbour, usualPeriods } from "../period.ts";
import { type Place, usePlaces } from "../places.ts";
import { useScope } from "../scope.ts";
import { usePeriodContext, usePeriodSteps } from "../ScopeChips.tsx";
import { summon } from "../summon.ts";
import { applyTheme, chosenTheme, type Theme } from "../theme.ts";
import { placeNames, t as frameWords } from "../words.ts";
import { t } from "./words.ts";
import type { Line } from "./lines.ts";

const themes: readonly Theme[] = ["system", "light", "dark"];

/** What this browser can do by itself: go to the pages, log, import, choose period, theme and language. */
export function useActs(): () => readonly Line[] {
  const navigate = useNavigate();
  const places = usePlaces().flat();
  const scope = useScope();
  const context = usePeriodContext();
  const { choose } = usePeriodSteps();
  const go = (place: Place) => () => void navigate({ to: place.path });
  const leave = async () => {
    await signOut();
    await navigate({ to: "/sign-in" });
  };
  const act = (name: string, run: () => void, key?: string): Line => ({
    group: "do",
    name,
    meaning: "",
    run,
    ...(key === undefined ? {} : { key }),
  });
  const periods = () => {
    const { period } = scope();
    const beside = [neighbour(period, -1, context()), neighbour(period, 1, context())];
    return [...new Set([...beside, ...usualPeriods(context())])].filter(
      (one) => one !== null && one !== period,
    );
  };
  return () => [
    ...places.map((place): Line => ({
      group: "goTo",
      name: placeNames()[place.name],
      meaning: t().page,
      key: `g ${place.key}`,
      run: go(place),
    })),
    ...places.flatMap((place) => {
      if (place.name === "log") return [act(t().logTime, go(place), "c")];
      return place.name === "imports" ? [act(t().importFiles, go(place))] : [];
    }),
    ...themes
      .filter((theme) => theme !== chosenTheme())
      .map((theme) => act(t().theme(frameWords().themes[theme]), () => applyTheme(theme))),
    ...languages
      .filter((one) => one !== language())
      .map((one) => act(t().language(one, languageNames[one]), () => chooseLanguage(one))),
    act(t().keys, () => summon("keys"), "?"),
    ...periods().map((period) => act(t().showPeriod(periodName(period ?? "")), () => choose(period ?? ""))),
    act(t().signOut, () => void leave()),
  ];
}
