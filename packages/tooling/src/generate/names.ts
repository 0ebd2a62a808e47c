import { GeneratorRefusal } from "./plan.ts";

/** A name in kebab-case (`exchange-rate`) in the forms that code needs. */
export interface Name {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
  /** `Exchange rate`, as a heading. */
  readonly words: string;
}

export function nameOf(text: string | undefined, what: string): Name {
  if (text === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text))
    throw new GeneratorRefusal(
      `${what} must be in kebab-case, such as exchange-rate; got ${JSON.stringify(text ?? "")}`,
    );
  const parts = text.split("-");
  const pascal = parts.map(capital).join("");
  return {
    kebab: text,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    words: capital(parts.join(" ")),
  };
}

/** The folder of a noun holds many: `exchange-rate` → `exchange-rates`, `category` → `categories`. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
