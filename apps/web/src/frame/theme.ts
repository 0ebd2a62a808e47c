/** Light, dark, or what the system says. The choice stays in this browser. */
export type Theme = "system" | "light" | "dark";

const KEPT_AS = "headwater-theme";

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEPT_AS);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Sets the theme on the document; without an argument the one that was chosen before. */
export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === "system") {
    localStorage.removeItem(KEPT_AS);
    delete document.documentElement.dataset["theme"];
  } else {
    localStorage.setItem(KEPT_AS, theme);
    document.documentElement.dataset["theme"] = theme;
  }
}

/** The next of the three, in the order in which the button offers them. */
export function nextTheme(theme: Theme): Theme {
  return theme === "system" ? "light" : theme === "light" ? "dark" : "system";
}
