import { repositorySlug } from "../package/index.ts";
import type { ContributionKind } from "./kind.ts";

/** What a pasted address of a change or an issue says by itself. */
export interface ChangeLink {
  /** Without the page's tabs and anchors: `https://github.com/curl/curl/pull/13412`. */
  readonly url: string;
  /** Project slug, or null where the address names no repository. */
  readonly project: string | null;
  /** What such work most often is; a guess, never certain. */
  readonly likelyKind: ContributionKind | null;
}

/** Null unless the text is an http(s) address. GitHub, GitLab, Gitea, Forgejo, Bitbucket and Gerrit, also on hosts of their own. */
export function changeLink(text: string): ChangeLink | null {
  const url = text.replace(/[.,;:!?)\]>]+$/, "");
  if (!/^https?:\/\/[^/\s]+/i.test(url)) return null;
  const gerrit = GERRIT.exec(url);
  if (gerrit !== null) return gerritChange(gerrit);
  const match = CHANGE.exec(url);
  if (match === null) return { url, project: repositorySlug(url), likelyKind: null };
  const [whole, repository = "", page = ""] = match;
  const project = repositorySlug(repository) ?? repositorySlug(`git+${repository}`);
  return { url: whole, project, likelyKind: LIKELY_KINDS.get(page.toLowerCase()) ?? null };
}

/** `https://review.example.org/c/group/project/+/12345/2`. */
const GERRIT = /^https?:\/\/([^/\s?#]+)\/c\/([^\s?#]+?)\/\+\/\d+/i;

/** The repository is fetched from the host of the reviews, or, where that is known, from the one that it stands before. */
function gerritChange([url, host = "", path = ""]: RegExpExecArray): ChangeLink {
  const name = host.toLowerCase();
  const home = GERRIT_HOMES.get(name) ?? name.replace(/-review(?=\.googlesource\.com$)/, "");
  const repository = `https://${home}/${path}`;
  return {
    url,
    project: repositorySlug(repository) ?? repositorySlug(`git+${repository}`),
    likelyKind: "code",
  };
}

const GERRIT_HOMES = new Map([["review.opendev.org", "opendev.org"]]);

const CHANGE =
  /^(https?:\/\/[^/\s?#]+\/[^\s?#]+?)(?:\/-)?\/(pull|pulls|pull-requests|merge_requests|issues|work_items|discussions|commit|commits|security\/advisories)\/[A-Za-z0-9-]+/i;

const LIKELY_KINDS = new Map<string, ContributionKind>([
  ["pull", "code"],
  ["pulls", "code"],
  ["pull-requests", "code"],
  ["merge_requests", "code"],
  ["commit", "code"],
  ["commits", "code"],
  ["issues", "triage"],
  ["work_items", "triage"],
  ["discussions", "support"],
  ["security/advisories", "vulnerability-response"],
]);
