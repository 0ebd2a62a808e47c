/**
 * Whether a JSON text, not yet parsed, holds a name in quotes followed by what the sticky pattern says. It finds the name by
 * the engine's own search, because a text of 17 MB that does not hold it would be looked at character by character.
 */
export function states(text: string, name: string, following: RegExp): boolean {
  const quoted = `"${name}"`;
  for (let at = text.indexOf(quoted); at !== -1; at = text.indexOf(quoted, at + 1)) {
    following.lastIndex = at + quoted.length;
    if (following.test(text)) return true;
  }
  return false;
}
