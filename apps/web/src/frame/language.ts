import { type Language, language, languages, setLanguage } from "@headwater/ui/format";

/** Each language by its own name, whatever is spoken. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

const KEPT_AS = "headwater-language";

/** Takes the language that was chosen in this browser before, else the first of the browser's own that there is. */
export function applyLanguage(): void {
  const wanted = [localStorage.getItem(KEPT_AS), ...navigator.languages].flatMap((tag) =>
    languages.filter((known) => tag?.toLowerCase().split("-")[0] === known),
  );
  follow(wanted[0] ?? "en");
}

/** Changes the language at once, on the page and for the next visit of this browser. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEPT_AS, next);
  follow(next);
}

/** The one after the present one. */
export function nextLanguage(): Language {
  return languages[(languages.indexOf(language()) + 1) % languages.length] ?? "en";
}

function follow(next: Language): void {
  setLanguage(next);
  document.documentElement.lang = next;
}
