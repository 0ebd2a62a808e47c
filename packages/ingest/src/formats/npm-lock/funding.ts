import { NOTHING_STATED } from "../../lockfile/draft.ts";
import { isObject } from "../../json/index.ts";

/** Addresses in the `funding` field: a string, an object with `url`, or a list of both. What is no web address is left out. */
export function fundingAddresses(funding: unknown): readonly string[] {
  if (funding === undefined) return NOTHING_STATED;
  const addresses = new Set<string>();
  for (const channel of Array.isArray(funding) ? funding : [funding]) {
    const address: unknown = isObject(channel) ? channel["url"] : channel;
    if (typeof address === "string" && /^https?:\/\/[^/\s?#]+/i.test(address)) addresses.add(address);
  }
  return addresses.size === 0 ? NOTHING_STATED : [...addresses];
}

/** `license` as text; the old forms `{ type }` and lists of them give their types. */
export function licenseNames(license: unknown): readonly string[] {
  if (typeof license === "string") return license === "" ? NOTHING_STATED : [license];
  if (license === undefined) return NOTHING_STATED;
  const names: string[] = [];
  for (const one of Array.isArray(license) ? license : [license]) {
    const name: unknown = isObject(one) ? one["type"] : one;
    if (typeof name === "string" && name !== "") names.push(name);
  }
  return names;
}
