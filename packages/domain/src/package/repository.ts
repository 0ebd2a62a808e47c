import { parseAddress } from "./address.ts";
import type { Address } from "./address.ts";
import { forgeOf } from "./forges.ts";
import type { Forge } from "./forges.ts";

/**
 * The project slug `github.com/x/y` that a repository reference names, in any form that package files use: git and ssh
 * addresses, `git@host:x/y`, `github:x/y`, `x/y` (npm's short form of GitHub), Maven's `scm:git:…`, pages inside of a
 * repository, go-import lines. Lower case where the host ignores case; GitLab's subgroups stay.
 * Null where it names no repository: a bare host, a user's page, a homepage, a page of sponsors.
 */
export function repositorySlug(reference: string): string | null {
  const plain = plainGitHub(reference);
  if (plain !== null) return slugOn(plain.forge, plain.address);
  const text = unwrap(reference);
  const short = expandShortForm(text);
  const address = parseAddress(short ?? text);
  if (address === null) return null;
  const forge = forgeOf(address.host);
  if (forge !== null) return slugOn(forge, address);
  return isSurelyRepository(reference, address) ? slugOfUnknownHost(address) : null;
}

/** The form in which most files write most repositories, which needs none of the other readings. */
function plainGitHub(reference: string): { forge: Forge; address: Address } | null {
  const [, owner, name] = reference.length > 500 ? [] : (PLAIN_GITHUB.exec(reference) ?? []);
  const forge = forgeOf("github.com");
  if (owner === undefined || name === undefined || forge === null) return null;
  return { forge, address: { scheme: "https", host: "github.com", segments: [owner, name], query: "" } };
}

const PLAIN_GITHUB = /^(?:git\+)?https:\/\/github\.com\/([A-Za-z0-9._~+-]+)\/([A-Za-z0-9._~+-]+)$/;

/** `scm:git:…`, `scm:svn|…` (Maven), `prefix git address` (go-import), `lp:x`, angle brackets and quotes. */
function unwrap(reference: string): string {
  const text = reference.trim().replace(/^[<"']+|[>"']+$/g, "");
  const goImport = /^\S+ (?:git|hg|svn|bzr|fossil) (\S+)$/.exec(text);
  if (goImport !== null) return goImport[1] ?? "";
  const scm = /^scm:(?:[a-z]+[:|])?(?=[a-z0-9])/i.exec(text);
  const inner = scm === null ? text : text.slice(scm[0].length);
  // `git:github.com/x/y` and `git:git@…` carry their provider once more.
  return inner.replace(/^(?:git|hg|svn):(?!\/\/)(?=\S*[./])/i, "");
}

function expandShortForm(text: string): string | null {
  const named = /^(github|gitlab|bitbucket|codeberg|gitee|sourcehut|lp):(?!\/\/)([^#\s]+)/i.exec(text);
  if (named !== null) {
    const host = SHORT_HOSTS.get((named[1] ?? "").toLowerCase());
    return host === undefined ? null : `https://${host}/${named[2] ?? ""}`;
  }
  return /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+(?:#\S*)?$/.test(text)
    ? `https://github.com/${text}`
    : null;
}

const SHORT_HOSTS = new Map([
  ["github", "github.com"],
  ["gitlab", "gitlab.com"],
  ["bitbucket", "bitbucket.org"],
  ["codeberg", "codeberg.org"],
  ["gitee", "gitee.com"],
  ["sourcehut", "git.sr.ht"],
  ["lp", "launchpad.net"],
]);

function slugOn(forge: Forge, address: Address): string | null {
  const path = forge.pathOf(address);
  if (path === null || !path.every(isRepositorySegment)) return null;
  const slug = [forge.host, ...path].join("/");
  return forge.letterCase === "ignored" ? slug.toLowerCase() : slug;
}

/** On a host that nobody knows a web address may be a homepage; these forms are not. */
function isSurelyRepository(reference: string, address: Address): boolean {
  return (
    /^(?:git|ssh|hg|svn|bzr)/.test(address.scheme) ||
    /^(?:scm:|git\+|hg\+|svn\+)/i.test(reference.trim()) ||
    / (?:git|hg|svn) /.test(reference) ||
    address.segments.some((segment) => segment.endsWith(".git")) ||
    /^(?:git|cgit|hg|svn|scm|code|vcs|source)\./.test(address.host)
  );
}

function slugOfUnknownHost(address: Address): string | null {
  if (!address.host.includes(".")) return null;
  const stop = address.segments.findIndex((segment) => PAGE_OF_REPOSITORY.has(segment));
  const path = endAtGit(stop === -1 ? address.segments : address.segments.slice(0, stop));
  return path.length === 0 || !path.every(isRepositorySegment) ? null : [address.host, ...path].join("/");
}

const PAGE_OF_REPOSITORY = new Set(["-", "+", "tree", "blob", "trunk", "branches", "tags"]);

function endAtGit(segments: readonly string[]): string[] {
  const end = segments.findIndex((segment) => segment.endsWith(".git"));
  const path = end === -1 ? segments : segments.slice(0, end + 1);
  return path.map((segment) => segment.replace(/\.git$/, "")).filter((segment) => segment !== "");
}

function isRepositorySegment(segment: string): boolean {
  return /^[A-Za-z0-9._~+-]+$/.test(segment) && segment !== "." && segment !== "..";
}
