import { createSignal } from "solid-js";

/** The languages in which every text exists. */
export type Language = "en" | "de";

export const languages: readonly Language[] = ["en", "de"];

const [language, change] = createSignal<Language>("en");

/** The language of all words and figures; what reads it is written anew when it changes. */
export { language };

/** Chooses the language of all words and figures. Who keeps it and tells the document is the application. */
export function setLanguage(next: Language): void {
  change(next);
}

/** Words in every language, complete by their type; read them where they are shown, so that they follow the choice. */
export function texts<Words>(en: Words, de: NoInfer<Words>): () => Words {
  return () => (language() === "de" ? de : en);
}

/** One of something for each language, made when it is first needed: the makers of Intl are slow. */
export function byLanguage<Made>(make: (language: Language) => Made): () => Made {
  const made = new Map<Language, Made>();
  return () => {
    const now = language();
    const known = made.get(now) ?? make(now);
    made.set(now, known);
    return known;
  };
}
