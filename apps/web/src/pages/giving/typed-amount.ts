import type { Language } from "@headwater/ui/format";

/**
 * An amount as it is typed, `2500,50`, `2,500.50` or `2.500,50`, as the decimal string that the server takes. A single
 * sign before exactly three digits groups them where the language groups so: `1.500` is a thousand in German. Null for
 * anything else; how many decimals the currency has is the server's to say.
 */
export function readTypedAmount(typed: string, language: Language): string | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f']/g, "");
  const [group, point] = language === "de" ? [".", ","] : [",", "."];
  if (grouped(group).test(text)) return plain(text, group, point);
  if (/[.,].*[.,]/.test(text)) return grouped(point).test(text) ? plain(text, point, group) : null;
  return /^\d+(?:[.,]\d+)?$|^[.,]\d+$/.test(text) ? text.replace(",", ".").replace(/^\./, "0.") : null;
}

/** Groups of three with the sign, then perhaps decimals after the other one. */
function grouped(group: string): RegExp {
  const point = group === "." ? "," : ".";
  return new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${point}\\d+)?$`);
}

function plain(text: string, group: string, point: string): string {
  return text.replaceAll(group, "").replace(point, ".");
}
