import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repositorySlug, statedProject } from "./index.ts";

describe("a repository reference", () => {
  it.each([
    ["git+https://github.com/babel/babel.git", "github.com/babel/babel"],
    ["git+https://github.com/Babel/Babel.git#sub", "github.com/babel/babel"],
    ["git+ssh://git@github.com/x/y.git", "github.com/x/y"],
    ["ssh://git@github.com/x/y", "github.com/x/y"],
    ["ssh://git@github.com:22/x/y.git", "github.com/x/y"],
    ["ssh://git@github.com:x/y.git", "github.com/x/y"],
    ["git@github.com:x/y", "github.com/x/y"],
    ["git@github.com:x/y.git", "github.com/x/y"],
    ["git://github.com/x/y.git", "github.com/x/y"],
    ["http://www.github.com/x/y/", "github.com/x/y"],
    ["https://user:secret@github.com/x/y", "github.com/x/y"],
    ["https://GitHub.com/X/Y.js", "github.com/x/y.js"],
    ["github:x/y", "github.com/x/y"],
    ["github:x/y#semver:^1", "github.com/x/y"],
    ["gitlab:x/y", "gitlab.com/x/y"],
    ["bitbucket:x/y", "bitbucket.org/x/y"],
    ["npm/cli", "github.com/npm/cli"],
    ["github.com/x/y", "github.com/x/y"],
    ["//github.com/x/y", "github.com/x/y"],
    ["https://github.com/x/y/tree/main/packages/z", "github.com/x/y"],
    ["https://github.com/x/y/issues", "github.com/x/y"],
    ["https://github.com/x/y/archive/v1.tar.gz", "github.com/x/y"],
    ["https://github.com/x/y?tab=readme#readme", "github.com/x/y"],
    ["https://github.com//x//y", "github.com/x/y"],
    ["https://codeload.github.com/x/y/tar.gz/abc", "github.com/x/y"],
    ["https://raw.githubusercontent.com/x/y/main/README.md", "github.com/x/y"],
    ["https://api.github.com/repos/x/y/zipball/abc", "github.com/x/y"],
    ["<https://github.com/x/y>", "github.com/x/y"],
    ["scm:git:git@github.com:x/y.git", "github.com/x/y"],
    ["scm:git:https://github.com/x/y.git", "github.com/x/y"],
    ["scm:git:ssh://git@github.com/x/y.git", "github.com/x/y"],
    ["scm:git:git://github.com/x/y.git", "github.com/x/y"],
    ["scm:git|https://github.com/x/y.git", "github.com/x/y"],
    ["scm:https://github.com/x/y", "github.com/x/y"],
    ["git:github.com/x/y.git", "github.com/x/y"],
    ["git:git@github.com:x/y.git", "github.com/x/y"],
    ["golang.org/x/net git https://go.googlesource.com/net", "go.googlesource.com/net"],
    ["https://gitlab.com/group/sub/project/-/tree/main", "gitlab.com/group/sub/project"],
    ["https://gitlab.com/Group/Sub/Project.git", "gitlab.com/group/sub/project"],
    ["https://gitlab.com/x/y/tree/master/z", "gitlab.com/x/y"],
    ["git@gitlab.gnome.org:GNOME/glib.git", "gitlab.gnome.org/gnome/glib"],
    ["https://salsa.debian.org/debian/xz-utils", "salsa.debian.org/debian/xz-utils"],
    ["https://bitbucket.org/Team/Repo/src/main", "bitbucket.org/team/repo"],
    ["https://codeberg.org/forgejo/forgejo/src/branch/main", "codeberg.org/forgejo/forgejo"],
    ["https://git.sr.ht/~sircmpwn/hare", "git.sr.ht/~sircmpwn/hare"],
    ["https://git.sr.ht/%7Esircmpwn/hare/tree/master", "git.sr.ht/~sircmpwn/hare"],
    ["git@git.sr.ht:~sircmpwn/hare", "git.sr.ht/~sircmpwn/hare"],
    ["https://gitbox.apache.org/repos/asf/commons-lang.git", "github.com/apache/commons-lang"],
    ["https://gitbox.apache.org/repos/asf?p=commons-lang.git", "github.com/apache/commons-lang"],
    ["https://gitbox.apache.org/repos/asf?p=commons-lang.git;a=summary", "github.com/apache/commons-lang"],
    ["scm:git:http://git-wip-us.apache.org/repos/asf/maven.git", "github.com/apache/maven"],
    ["scm:svn:https://svn.apache.org/repos/asf/commons/proper/cli/trunk", "svn.apache.org/repos/asf/commons/proper/cli"],
    ["http://svn.apache.org/viewvc/commons/proper/cli/trunk", "svn.apache.org/repos/asf/commons/proper/cli"],
    ["https://go.googlesource.com/net/+/refs/heads/master", "go.googlesource.com/net"],
    ["https://git.savannah.gnu.org/cgit/coreutils.git", "git.savannah.gnu.org/coreutils"],
    ["git://git.savannah.gnu.org/coreutils.git", "git.savannah.gnu.org/coreutils"],
    ["https://git.code.sf.net/p/expat/code", "sourceforge.net/projects/expat"],
    ["https://sourceforge.net/projects/expat/files", "sourceforge.net/projects/expat"],
    ["lp:bzr", "launchpad.net/bzr"],
    ["https://dev.azure.com/Org/Project/_git/Repo", "dev.azure.com/org/project/_git/repo"],
    ["https://git.kernel.org/pub/scm/utils/kernel/kmod/kmod.git/", "git.kernel.org/pub/scm/utils/kernel/kmod/kmod"],
    ["https://git.tukaani.org/xz.git", "git.tukaani.org/xz"],
    ["git://example.org/x.git", "example.org/x"],
    ["git@code.example.org:team/tool.git", "code.example.org/team/tool"],
    ["https://example.org:8443/team/tool.git", "example.org:8443/team/tool"],
  ])("%s names %s", (reference, slug) => {
    expect(repositorySlug(reference)).toBe(slug);
  });

  it.each([
    "", " ", "curl", "https://github.com", "https://github.com/", "https://github.com/babel", "https://github.com/sponsors/babel",
    "https://github.com/orgs/babel/repositories", "https://github.com/.git", "https://github.com/x/.git", "https://github.com/x/..",
    "https://gist.github.com/x/0123456789abcdef", "https://babeljs.io/", "https://curl.se/docs", "https://x.github.io/y",
    "https://opencollective.com/babel", "https://gitlab.com/explore/projects", "https://gitlab.com/x", "https://git.sr.ht/~x",
    "https://www.npmjs.com/package/x", "https://pypi.org/project/x", "mailto:x@y.z", "file:///x/y.git", "file:../y", "../y", "./x/y", "C:\\x\\y",
    "https://github.com/${owner}/${name}", "https://github.com/x/y z", "https:///x/y", "javascript:alert(1)", "git@localhost:x/y",
    "https://github.com/x/y%00", `https://github.com/${"x".repeat(3_000)}/y`, "https://sr.ht/~x/y", "link:../x", "workspace:*", "x/y/z",
  ])("%j names no repository", (reference) => {
    expect(repositorySlug(reference)).toBeNull();
  });

  it("leads to a slug that names itself, never throws, and leaves nothing that a slug may not hold", () => {
    const piece = fc.constantFrom("git+", "https://", "ssh://", "git@", "github.com", "gitlab.com", "git.sr.ht", "/", ":", "x", "~y", ".git", "#a", "?b", "-", "..", "%2F", "scm:git:", "@", " ", "é");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const slug = repositorySlug(pieces.join(""));
        if (slug === null) return;
        expect(slug).toMatch(/^[a-z0-9.-]+(?::\d+)?(?:\/[A-Za-z0-9._~+-]+)+$/);
        expect(repositorySlug(`git+https://${slug}`)).toBe(slug);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("what a package states of its project", () => {
  it.each([
    ["pkg:golang/github.com/gorilla/mux@v1.8.0", "github.com/gorilla/mux"],
    ["pkg:golang/github.com/BurntSushi/toml@v1", "github.com/burntsushi/toml"],
    ["pkg:golang/github.com/x/y/v2/sub@v2.0.0", "github.com/x/y"],
    ["pkg:golang/github.com/x/y/sub/v3@v3", "github.com/x/y"],
    ["pkg:golang/gitlab.com/group/sub/repo/v2@v2", "gitlab.com/group/sub/repo"],
    ["pkg:golang/codeberg.org/x/y@v1", "codeberg.org/x/y"],
    ["pkg:golang/git.sr.ht/~x/y@v1", "git.sr.ht/~x/y"],
    ["pkg:github/Actions/Checkout@v4", "github.com/actions/checkout"],
    ["pkg:githubactions/actions/checkout@v4", "github.com/actions/checkout"],
    ["pkg:bitbucket/birkenfeld/pygments-main@1", "bitbucket.org/birkenfeld/pygments-main"],
    ["pkg:swift/github.com/Alamofire/Alamofire@5", "github.com/alamofire/alamofire"],
    ["pkg:npm/a@1?vcs_url=git%2Bhttps://github.com/x/y.git%40abc", "github.com/x/y"],
    ["pkg:generic/bitwarderl?vcs_url=git%2Bhttps://git.fsfe.org/dxtr/bitwarderl%40cc55108da32", "git.fsfe.org/dxtr/bitwarderl"],
    ["pkg:generic/x@1?download_url=https://github.com/x/y/archive/v1.tar.gz", "github.com/x/y"],
    ["pkg:npm/left-pad@1", null],
    ["pkg:golang/golang.org/x/net@v0.1.0", null],
    ["pkg:golang/stdlib@1.22", null],
    ["pkg:golang/k8s.io/api@v0.30.0", null],
    ["pkg:maven/groovy/groovy@1.0?repository_url=https://maven.google.com", null],
    ["pkg:composer/symfony/console@7", null],
    ["pkg:generic/openssl@1?download_url=https://openssl.org/source/openssl.tar.gz", null],
    ["left-pad", null],
  ])("%s states %s", (purl, project) => {
    expect(statedProject(purl)).toBe(project);
  });
});
