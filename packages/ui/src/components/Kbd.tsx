interface KbdProps {
  /** Keys that are pressed together, parted by a space; `Mod` is ⌘ on a Mac and Ctrl elsewhere: `Mod K`, `C`. */
  readonly keys: string;
}

/** The key that does it, beside what it does. Phones have no keys and show none. */
export function Kbd(props: KbdProps) {
  return <kbd class="kbd">{props.keys.split(" ").map(keyName).join("\u00a0")}</kbd>;
}

function keyName(key: string): string {
  if (key !== "Mod") return key;
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
}
