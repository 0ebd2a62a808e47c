/** The spelling of dependency paths: `slash` up to lockfile 5 (/a/1.0.0_peer), `slash-at` in 6 (/a@1.0.0(peer@1)), `at` from 9 on (a@1.0.0(peer@1)). */
export type PathStyle = "slash" | "slash-at" | "at";

export interface PackagePath {
  readonly name: string | null;
  /** Null where the path holds an address instead of a version. */
  readonly version: string | null;
  /** What stands where the version should: an address, `file:…`, a git host's path. */
  readonly address: string | null;
}

/**
 * The key under which the package stands to which `reference` leads, as `refToRelative` of @pnpm/dependency-path tells it;
 * null for `link:`, which leads to own code.
 */
export function pathOfReference(reference: string, name: string, style: PathStyle): string | null {
  if (reference.startsWith("link:")) return null;
  if (style === "at") return pathOfReferenceAt(reference, name);
  if (reference.startsWith("file:")) return reference;
  const peers = reference.indexOf("(");
  const slash = peers === -1 ? reference.indexOf("/") : reference.lastIndexOf("/", peers);
  if (slash !== -1) return reference;
  return style === "slash" ? `/${name}/${reference}` : `/${name}@${reference}`;
}

function pathOfReferenceAt(reference: string, name: string): string {
  if (reference.startsWith("@")) return reference;
  const at = reference.indexOf("@");
  if (at === -1) return `${name}@${reference}`;
  const colon = reference.indexOf(":");
  const bracket = reference.indexOf("(");
  const isPath = (colon === -1 || at < colon) && (bracket === -1 || at < bracket);
  return isPath ? reference : `${name}@${reference}`;
}

/** The key without the suffixes for peers and patches: under it version 9 keeps what all variants share. */
export function withoutSuffix(path: string): string {
  const bracket = path.indexOf("(");
  return bracket === -1 ? path : path.slice(0, bracket);
}

/** Name and version out of a key of `packages` or `snapshots`, as `parse` of @pnpm/dependency-path reads them. */
export function readPath(path: string, style: PathStyle): PackagePath {
  if (style === "at") return splitAt(withoutSuffix(path));
  if (style === "slash-at") {
    const bare = withoutSuffix(path);
    return bare.startsWith("/") ? splitAt(bare.slice(1)) : addressed(bare);
  }
  return path.startsWith("/") ? splitSlash(path.slice(1)) : splitHosted(path);
}

function splitAt(path: string): PackagePath {
  const at = path.indexOf("@", 1);
  if (at === -1) return addressed(path);
  const rest = path.slice(at + 1);
  const name = path.slice(0, at);
  return isVersion(rest) ? { name, version: rest, address: null } : { name, version: null, address: rest };
}

/** `name/1.0.0_peer@2.0.0`, `@scope/name/1.0.0_hash` */
function splitSlash(path: string): PackagePath {
  const nameEnd = path.indexOf("/", path.startsWith("@") ? path.indexOf("/") + 1 : 0);
  if (nameEnd === -1) return addressed(path);
  const rest = path.slice(nameEnd + 1);
  const peers = rest.indexOf("_");
  const version = (peers === -1 ? rest : rest.slice(0, peers)).split("/")[0] ?? "";
  return isVersion(version) ? { name: path.slice(0, nameEnd), version, address: null } : addressed(path);
}

/** `registry.host/name/1.0.0`: a package of another registry than the default one. */
function splitHosted(path: string): PackagePath {
  const slash = path.indexOf("/");
  const split =
    slash === -1 || path.startsWith("file:") ? addressed(path) : splitSlash(path.slice(slash + 1));
  return split.version === null ? addressed(path) : split;
}

function addressed(path: string): PackagePath {
  return { name: null, version: null, address: path };
}

/** `1.2.3…`: digits, a dot, digits, a dot and a digit. */
function isVersion(text: string): boolean {
  let at = 0;
  for (let part = 0; part < 3; part++) {
    const start = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === start) return false;
    if (part < 2 && text.charCodeAt(at++) !== 46) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
