/** The parts of an http(s), git, ssh or similar address; this layer of the product has no URL class of the platform. */
export interface Address {
  /** Lower case, without `git+` and the like; `ssh` for the `user@host:path` form. */
  readonly scheme: string;
  /** Lower case, without `www.`, user and password; a port of its own stays. */
  readonly host: string;
  /** Not empty, percent escapes of `~` and the like resolved. */
  readonly segments: readonly string[];
  readonly query: string;
}

const MAX_LENGTH = 2_048;
const DEFAULT_PORTS = new Set(["22", "80", "443", "9418"]);

/** Null for anything that has no host and no path in one of the forms that package files use. */
export function parseAddress(text: string): Address | null {
  if (text.length > MAX_LENGTH) return null;
  const url = /^(?:([a-z][a-z0-9.]*)(?:\+([a-z]+))?:)?\/\/([^/?#\s]+)([^?#\s]*)(\?[^#\s]*)?(?:#\S*)?$/i.exec(
    text,
  );
  if (url !== null) {
    const [, first = "https", second, authority = "", path = "", query = ""] = url;
    // `git+https` is https; `ssh+git` and `git+ssh` are ssh.
    const scheme = (second === undefined || first.toLowerCase() === "ssh" ? first : second).toLowerCase();
    return addressOf(scheme, authority, path, query);
  }
  const scp = /^(?:[a-z0-9._-]+@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+):([^:?#\s\\]+)(?:#\S*)?$/i.exec(text);
  if (scp !== null) return addressOf("ssh", scp[1] ?? "", scp[2] ?? "", "");
  const bare = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/[^?#\s]*)(?:[?#]\S*)?$/i.exec(text);
  return bare === null ? null : addressOf("https", bare[1] ?? "", bare[2] ?? "", "");
}

function addressOf(scheme: string, authority: string, path: string, query: string): Address | null {
  const withPort = authority.slice(authority.lastIndexOf("@") + 1).toLowerCase();
  const match = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.?(?::([^:]*))?$/.exec(withPort);
  if (match === null) return null;
  const [, name = "", port = ""] = match;
  // `ssh://git@github.com:x/y` writes the owner where a port would stand.
  const isOwner = port !== "" && !/^\d+$/.test(port);
  const host = name.replace(/^www\./, "");
  const keepsPort = port !== "" && !isOwner && !DEFAULT_PORTS.has(port) && !scheme.includes("ssh");
  const segments = [...(isOwner ? [port] : []), ...path.split("/")].filter((segment) => segment !== "");
  return {
    scheme,
    host: keepsPort ? `${host}:${port}` : host,
    segments: segments.map(resolveEscapes),
    query: query.slice(1),
  };
}

function resolveEscapes(segment: string): string {
  // Only escapes of characters that may stand unescaped; others make the segment one that no repository has.
  return segment.replace(/%(2D|2E|5F|7E|2B)/gi, (escape) =>
    String.fromCharCode(Number.parseInt(escape.slice(1), 16)),
  );
}
