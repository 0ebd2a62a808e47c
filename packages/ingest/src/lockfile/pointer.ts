/** The key as a step of a JSON pointer (RFC 6901), with the slash before it. */
export function pointerStep(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
