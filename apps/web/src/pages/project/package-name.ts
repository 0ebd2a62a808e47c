/** What people call a package, `pkg:npm/%40babel/core@7.2.0` → `@babel/core`: a purl without its type and version. */
export function packageName(purl: string): string {
  const [, path = purl] = /^pkg:[^/]+\/([^?#]+)/.exec(purl) ?? [];
  return decoded(path.replace(/(?<!^)@[^@/]*$/, ""));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // What is no escape is part of the name.
    return text;
  }
}
