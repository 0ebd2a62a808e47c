const quote = 34;

/**
 * Whether a JSON text, not yet parsed, holds a name in quotes followed by what the sticky pattern says. It finds the name by
 * the engine's own search, because a text of 17 MB that does not hold it would be looked at character by character. The
 * quote before the name is no part of what is searched: texts hold so many that the search would stop at each.
 */
export function states(text: string, name: string, following: RegExp): boolean {
  const sought = `${name}"`;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    if (text.charCodeAt(at - 1) !== quote) continue;
    following.lastIndex = at + sought.length;
    if (following.test(text)) return true;
  }
  return false;
}
