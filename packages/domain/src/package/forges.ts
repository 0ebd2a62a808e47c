import type { Address } from "./address.ts";

/** A host of repositories, and how an address on it names one. */
export interface Forge {
  /** As it stands in slugs; aliases lead here. */
  readonly host: string;
  readonly letterCase: "ignored" | "kept";
  /** The path of the repository, or null where the address names none. */
  readonly pathOf: (address: Address) => readonly string[] | null;
}

/** Null for a host that is not known to hold repositories. */
export function forgeOf(host: string): Forge | null {
  const named = FORGES.get(host);
  if (named !== undefined) return named;
  if (host.endsWith(".googlesource.com")) return { host, letterCase: "kept", pathOf: pathBeforePage };
  // Company and community installations carry the name of their software.
  if (host.startsWith("gitlab.")) return gitLab(host);
  if (/^(?:gitea|forgejo|github|codeberg)\./.test(host)) return ownerAndName(host);
  return null;
}

function ownerAndName(host: string, reserved: ReadonlySet<string> = NO_NAMES): Forge {
  return {
    host,
    letterCase: "ignored",
    pathOf: ({ segments }) => {
      const [owner = "", written = ""] = segments;
      const name = written.replace(/\.git$/i, "");
      if (name === "" || reserved.has(owner.toLowerCase())) return null;
      return [owner, name];
    },
  };
}

/** Groups may nest; the page begins at `/-/`, in old addresses at one of a few words after the project. */
function gitLab(host: string): Forge {
  return {
    host,
    letterCase: "ignored",
    pathOf: ({ segments }) => {
      const git = segments.findIndex((segment) => /\.git$/i.test(segment));
      const page = segments.findIndex(
        (segment, index) => segment === "-" || (index >= 2 && GITLAB_PAGES.has(segment)),
      );
      const end = git !== -1 ? git + 1 : page === -1 ? segments.length : page;
      const path = segments.slice(0, end).map((segment) => segment.replace(/\.git$/i, ""));
      if (path.length < 2 || path.includes("") || GITLAB_RESERVED.has((path[0] ?? "").toLowerCase()))
        return null;
      return path;
    },
  };
}

/** Gitiles and cgit: all of the path is the repository, up to the page. */
function pathBeforePage({ segments }: Address): readonly string[] | null {
  const page = segments.findIndex((segment) => CGIT_PAGES.has(segment));
  const path = (page === -1 ? segments : segments.slice(0, page)).map((segment) =>
    segment.replace(/\.git$/, ""),
  );
  return path.length === 0 || path.includes("") ? null : path;
}

/** One name at the end of a fixed path, such as `/projects/x` or `/git/x.git`. */
function oneName(host: string, before: ReadonlySet<string>, into: readonly string[] = []): Forge {
  return {
    host,
    letterCase: "kept",
    pathOf: ({ segments }) => {
      const name = segments.find((segment) => !before.has(segment))?.replace(/\.git$/, "") ?? "";
      return name === "" ? null : [...into, name];
    },
  };
}

/** Sourcehut's `~owner/name`; its project pages have another host and no repository. */
function sourcehut(host: string): Forge {
  return {
    host,
    letterCase: "kept",
    pathOf: ({ segments }) => {
      const [owner = "", name = ""] = segments;
      return owner.startsWith("~") && name !== "" ? [owner, name] : null;
    },
  };
}

/** Apache's own hosts serve what the foundation keeps equal on GitHub (infra.apache.org/git-primary.html). */
const apache: Forge = {
  host: "github.com",
  letterCase: "ignored",
  pathOf: ({ segments, query }) => {
    const named =
      /(?:^|[;&])p=([^;&]+)/.exec(query)?.[1] ??
      segments.filter((segment) => segment !== "repos" && segment !== "asf")[0];
    const name = named?.replace(/\.git$/, "") ?? "";
    return name === "" ? null : ["apache", name];
  },
};

const apacheSubversion: Forge = {
  host: "svn.apache.org",
  letterCase: "kept",
  pathOf: ({ segments }) => {
    const path = segments.filter(
      (segment, index) => index > 1 || !["repos", "asf", "viewvc", "viewcvs.cgi"].includes(segment),
    );
    const end = path.findIndex((segment) => ["trunk", "branches", "tags"].includes(segment));
    const project = end === -1 ? path : path.slice(0, end);
    return project.length === 0 ? null : ["repos", "asf", ...project];
  },
};

/** `api.github.com/repos/x/y`. */
const gitHubApi: Forge = {
  host: "github.com",
  letterCase: "ignored",
  pathOf: ({ segments: [repos, owner = "", name = ""] }) =>
    repos === "repos" && name !== "" ? [owner, name] : null,
};

const NO_NAMES: ReadonlySet<string> = new Set();
/** First segments of GitHub that are pages, not accounts. */
const GITHUB_RESERVED = new Set([
  "about",
  "account",
  "apps",
  "collections",
  "contact",
  "customer-stories",
  "enterprise",
  "enterprises",
  "events",
  "explore",
  "features",
  "join",
  "login",
  "marketplace",
  "mobile",
  "new",
  "notifications",
  "organizations",
  "orgs",
  "pricing",
  "readme",
  "search",
  "security",
  "sessions",
  "settings",
  "signup",
  "site",
  "sponsors",
  "stars",
  "team",
  "topics",
  "trending",
  "users",
]);
const GITEA_RESERVED = new Set(["explore", "user", "org", "api", "assets"]);
const GITLAB_RESERVED = new Set(["api", "dashboard", "explore", "groups", "help", "projects", "users"]);
const GITLAB_PAGES = new Set([
  "tree",
  "blob",
  "raw",
  "issues",
  "merge_requests",
  "wikis",
  "commit",
  "commits",
  "tags",
  "releases",
]);
const CGIT_PAGES = new Set([
  "+",
  "+log",
  "+show",
  "+refs",
  "tree",
  "log",
  "about",
  "commit",
  "refs",
  "plain",
]);

const gitHub = ownerAndName("github.com", GITHUB_RESERVED);
const gitHubGists: Forge = { host: "gist.github.com", letterCase: "kept", pathOf: () => null };
const savannah = oneName("git.savannah.gnu.org", new Set(["git", "cgit", "r", "gitweb"]));
const sourceForgeCode = oneName("sourceforge.net", new Set(["p", "git", "svn", "code"]), ["projects"]);
const sourceForge: Forge = {
  host: "sourceforge.net",
  letterCase: "kept",
  pathOf: ({ segments: [kind = "", name = ""] }) =>
    (kind === "projects" || kind === "p") && name !== "" ? ["projects", name] : null,
};
const launchpad = oneName("launchpad.net", new Set(["+git", "~git"]));
const azure: Forge = {
  host: "dev.azure.com",
  letterCase: "ignored",
  pathOf: ({ segments }) => {
    const git = segments.indexOf("_git");
    return git >= 1 && segments.length > git + 1 ? segments.slice(0, git + 2) : null;
  },
};

const FORGES = new Map<string, Forge>([
  ["github.com", gitHub],
  ["ssh.github.com", gitHub],
  ["raw.githubusercontent.com", gitHub],
  ["raw.github.com", gitHub],
  ["codeload.github.com", gitHub],
  ["api.github.com", gitHubApi],
  ["gist.github.com", gitHubGists],
  ["gitlab.com", gitLab("gitlab.com")],
  ["altssh.gitlab.com", gitLab("gitlab.com")],
  ["salsa.debian.org", gitLab("salsa.debian.org")],
  ["invent.kde.org", gitLab("invent.kde.org")],
  ["foss.heptapod.net", gitLab("foss.heptapod.net")],
  ["framagit.org", gitLab("framagit.org")],
  ["git.drupalcode.org", gitLab("git.drupalcode.org")],
  ["code.videolan.org", gitLab("code.videolan.org")],
  ["bitbucket.org", ownerAndName("bitbucket.org", new Set(["account", "dashboard", "product", "site"]))],
  ["altssh.bitbucket.org", ownerAndName("bitbucket.org")],
  ["codeberg.org", ownerAndName("codeberg.org", GITEA_RESERVED)],
  ["gitea.com", ownerAndName("gitea.com", GITEA_RESERVED)],
  ["gitee.com", ownerAndName("gitee.com", GITEA_RESERVED)],
  ["notabug.org", ownerAndName("notabug.org", GITEA_RESERVED)],
  ["opendev.org", ownerAndName("opendev.org", GITEA_RESERVED)],
  ["code.forgejo.org", ownerAndName("code.forgejo.org", GITEA_RESERVED)],
  ["git.sr.ht", sourcehut("git.sr.ht")],
  ["hg.sr.ht", sourcehut("hg.sr.ht")],
  ["gitbox.apache.org", apache],
  ["git-wip-us.apache.org", apache],
  ["git.apache.org", apache],
  ["svn.apache.org", apacheSubversion],
  ["git.savannah.gnu.org", savannah],
  ["git.savannah.nongnu.org", savannah],
  ["git.sv.gnu.org", savannah],
  ["git.code.sf.net", sourceForgeCode],
  ["svn.code.sf.net", sourceForgeCode],
  ["sourceforge.net", sourceForge],
  ["launchpad.net", launchpad],
  ["code.launchpad.net", launchpad],
  ["git.launchpad.net", launchpad],
  ["dev.azure.com", azure],
]);
