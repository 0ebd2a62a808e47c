import { parsePurl } from "./parse.ts";
import type { Purl } from "./purl.ts";
import { repositorySlug } from "./repository.ts";

/**
 * The project that a package's own identity states, null where it states none: a `vcs_url` qualifier, the purl types
 * of forges, Go module and Swift package paths on known forges, a download address on GitHub and the like.
 * A `repository_url` names a registry, not a repository, and says nothing.
 */
export function statedProject(purl: Purl | string): string | null {
  if (typeof purl === "string" && SILENT.test(purl)) return null;
  const parsed = typeof purl === "string" ? parsePurl(purl) : purl;
  if ("error" in parsed) return null;
  const vcs = parsed.qualifiers.get("vcs_url");
  const stated = vcs === undefined ? null : repositorySlug(withoutRevision(vcs));
  return stated ?? projectOfIdentity(parsed) ?? projectOfDownload(parsed);
}

/** Types whose names say nothing of a repository, without qualifiers that could: most packages of most inventories. */
const SILENT = /^pkg:(?:npm|maven|pypi|cargo|gem|nuget|composer|deb|rpm|apk)\/[^?]*$/;

function projectOfIdentity({ type, namespace, name }: Purl): string | null {
  const host = FORGE_TYPES.get(type);
  if (host !== undefined) return repositorySlug(`https://${host}/${namespace ?? ""}/${name}`);
  if (type === "swift") return repositorySlug(`https://${namespace ?? ""}/${name}`);
  if (type !== "golang" || namespace === null) return null;
  const path = `${namespace}/${name}`;
  const onForge = GO_FORGES.has(namespace.split("/")[0] ?? "");
  // The major version is part of the module path, not of the repository: github.com/x/y/v2.
  return onForge ? repositorySlug(`https://${path.replace(/\/v\d+(?=\/|$)/, "")}`) : null;
}

const FORGE_TYPES = new Map([
  ["github", "github.com"],
  ["githubactions", "github.com"],
  ["bitbucket", "bitbucket.org"],
  ["gitlab", "gitlab.com"],
]);

/** Hosts on which the module path is the path of the repository. */
const GO_FORGES = new Set([
  "github.com",
  "gitlab.com",
  "bitbucket.org",
  "codeberg.org",
  "gitea.com",
  "gitee.com",
  "git.sr.ht",
  "notabug.org",
]);

function projectOfDownload({ qualifiers }: Purl): string | null {
  const download = qualifiers.get("download_url");
  return download !== undefined &&
    /^https?:\/\/(?:www\.|codeload\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\//i.test(
      download,
    )
    ? repositorySlug(download)
    : null;
}

/** SPDX writes a revision behind the address: `git+https://host/x/y.git@v1.2`. */
function withoutRevision(address: string): string {
  return address.replace(/^([a-z+]+:\/\/[^/]+\/[^@]+)@[^@]*$/i, "$1");
}
