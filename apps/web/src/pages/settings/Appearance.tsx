import { Checkbox, Segmented } from "@headwater/ui/components";
import { language, languages } from "@headwater/ui/format";
import { createSignal, type JSX } from "solid-js";
import { applyDensity, chosenDensity, densities } from "../../frame/density.ts";
import { singleKeys, switchSingleKeys } from "../../frame/keys.ts";
import { chooseLanguage, languageNames } from "../../frame/language.ts";
import { applyTheme, chosenTheme } from "../../frame/theme.ts";
import { t } from "./texts.ts";

const themes = ["system", "light", "dark"] as const;

/** How it looks and listens, in this browser. */
export function Appearance() {
  const [theme, setTheme] = createSignal(chosenTheme());
  const [density, setDensity] = createSignal(chosenDensity());
  return (
    <>
      <p class="settings-lede">{t().appearance.lede}</p>
      <Choice name={t().appearance.theme}>
        <Segmented
          label={t().appearance.theme}
          options={themes.map((value) => ({ value, name: t().appearance.themes[value] }))}
          value={theme()}
          onChoose={(value) => {
            const next = themes.find((known) => known === value) ?? "system";
            setTheme(next);
            applyTheme(next);
          }}
        />
      </Choice>
      <Choice name={t().appearance.density}>
        <Segmented
          label={t().appearance.density}
          options={densities.map((value) => ({ value, name: t().appearance.densities[value] }))}
          value={density()}
          onChoose={(value) => {
            const next = densities.find((known) => known === value) ?? "dense";
            setDensity(next);
            applyDensity(next);
          }}
        />
      </Choice>
      <Choice name={t().appearance.language}>
        <Segmented
          label={t().appearance.language}
          options={languages.map((value) => ({ value, name: languageNames[value] }))}
          value={language()}
          onChoose={(value) => chooseLanguage(languages.find((known) => known === value) ?? "en")}
        />
      </Choice>
      <div class="settings-choice">
        <Checkbox label={t().appearance.keys} checked={singleKeys()} onChange={switchSingleKeys} />
        <p class="note">{t().appearance.keysHelp}</p>
      </div>
    </>
  );
}

function Choice(props: { readonly name: string; readonly children: JSX.Element }) {
  return (
    <div class="settings-choice">
      <p aria-hidden="true">{props.name}</p>
      {props.children}
    </div>
  );
}
