import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  matchesPattern,
  parsePattern,
  printPurl,
  makePurl,
  proposedProject,
  statedProject,
  versionless,
} from "./index.ts";

describe("a proposal", () => {
  it.each([
    ["pkg:npm/%40babel/core@7", "npm/@babel", "@babel/*"],
    ["pkg:npm/%40types/node@24", "github.com/definitelytyped/definitelytyped", "@types/*"],
    ["pkg:golang/gopkg.in/yaml.v3@v3.0.1", "github.com/go-yaml/yaml", "pkg:golang/gopkg.in/yaml.v3/*"],
    [
      "pkg:golang/gopkg.in/natefinch/lumberjack.v2@v2",
      "github.com/natefinch/lumberjack",
      "pkg:golang/gopkg.in/natefinch/lumberjack.v2/*",
    ],
    ["pkg:golang/gopkg.in/yaml.v3/sub", "github.com/go-yaml/yaml", "pkg:golang/gopkg.in/yaml.v3/*"],
    ["pkg:golang/golang.org/x/net@v0.1", "go.googlesource.com/net", "pkg:golang/golang.org/x/net/*"],
    ["pkg:golang/k8s.io/api@v0.30", "github.com/kubernetes/api", "pkg:golang/k8s.io/api/*"],
    ["pkg:golang/k8s.io/klog/v2@v2", "github.com/kubernetes/klog", "pkg:golang/k8s.io/klog/*"],
    [
      "pkg:golang/sigs.k8s.io/structured-merge-diff/v4@v4",
      "github.com/kubernetes-sigs/structured-merge-diff",
      "pkg:golang/sigs.k8s.io/structured-merge-diff/*",
    ],
    [
      "pkg:golang/google.golang.org/grpc@v1",
      "github.com/grpc/grpc-go",
      "pkg:golang/google.golang.org/grpc/*",
    ],
    [
      "pkg:golang/google.golang.org/protobuf@v1",
      "go.googlesource.com/protobuf",
      "pkg:golang/google.golang.org/protobuf/*",
    ],
    ["pkg:golang/mvdan.cc/xurls/v2@v2.5.0", "github.com/mvdan/xurls", "pkg:golang/mvdan.cc/xurls/*"],
    ["pkg:golang/go.yaml.in/yaml/v3@v3.0.4", "github.com/yaml/go-yaml", "pkg:golang/go.yaml.in/yaml/*"],
    ["pkg:golang/go.uber.org/zap@v1", "github.com/uber-go/zap", "pkg:golang/go.uber.org/zap/*"],
    [
      "pkg:golang/cloud.google.com/go/storage@v1",
      "github.com/googleapis/google-cloud-go",
      "pkg:golang/cloud.google.com/go/*",
    ],
    ["pkg:maven/io.github.x.tool/core@1", "github.com/x/tool", "pkg:maven/io.github.x.tool/*"],
    ["pkg:maven/com.github.User/Repo@1", "github.com/user/repo", "pkg:maven/com.github.User/Repo"],
  ])("for %s is %s by %s, and its pattern covers the package", (purl, project, pattern) => {
    expect(proposedProject(purl)).toMatchObject({ project, pattern });
    expect(proposedProject(purl)?.reason).toMatch(/\.$/);
    expect(matchesPattern(pattern, versionless(purl))).toBe(true);
    expect(statedProject(purl)).toBeNull();
  });

  it.each([
    "pkg:npm/left-pad@1",
    "pkg:golang/github.com/x/y@v1",
    "pkg:golang/google.golang.org/unknown@v1",
    "pkg:golang/example.com/x",
    "pkg:golang/stdlib",
    "pkg:golang/gopkg.in/yaml",
    "pkg:golang/notk8s.io/api",
    "pkg:maven/org.slf4j/slf4j-api@2",
    "pkg:pypi/django@5",
    "nonsense",
  ])("is not made for %s", (purl) => {
    expect(proposedProject(purl)).toBeNull();
  });
});

describe("a mapping pattern", () => {
  it.each([
    ["@babel/*", "pkg:npm/%40babel/core", true],
    ["@babel/*", "pkg:npm/%40babel/core@7.0.0", true],
    ["@babel/*", "pkg:npm/%40babelx/core", false],
    ["@babel/*", "pkg:npm/babel", false],
    ["@babel/plugin-*", "pkg:npm/%40babel/plugin-syntax-jsx", true],
    ["@babel/plugin-*", "pkg:npm/%40babel/core", false],
    ["eslint-plugin-*", "pkg:npm/eslint-plugin-react", true],
    ["eslint-plugin-*", "pkg:npm/%40x/eslint-plugin-react", false],
    ["left-pad", "pkg:npm/left-pad", true],
    ["left-pad", "pkg:npm/left-pad2", false],
    ["left-pad", "pkg:pypi/left-pad", false],
    ["pkg:npm/%40babel/*", "pkg:npm/%40babel/core", true],
    ["pkg:npm/@babel/*", "pkg:npm/%40babel/core", true],
    ["pkg:npm/%40babel/core", "pkg:npm/%40babel/core", true],
    ["pkg:npm/%40babel/core", "pkg:npm/%40babel/corejs", false],
    ["pkg:golang/k8s.io/*", "pkg:golang/k8s.io/api", true],
    ["pkg:golang/k8s.io/*", "pkg:golang/k8s.io/klog/v2", true],
    ["pkg:golang/k8s.io/klog/*", "pkg:golang/k8s.io/klog", true],
    ["pkg:golang/k8s.io/klog/*", "pkg:golang/k8s.io/klogger", false],
    ["k8s.io/*", "pkg:golang/k8s.io/api", true],
    ["pkg:golang/*/errors", "pkg:golang/example.com/errors", true],
    ["pkg:golang/*/errors", "pkg:golang/example.com/x/errors", false],
    ["org.slf4j:*", "pkg:maven/org.slf4j/slf4j-api", true],
    ["org.slf4j:slf4j-*", "pkg:maven/org.slf4j/slf4j-api", true],
    ["org.slf4j:slf4j-api", "pkg:maven/org.slf4j/slf4j-api", true],
    ["pkg:maven/org.slf4j/*", "pkg:maven/org.slf4jx/slf4j-api", false],
    ["pkg:composer/Symfony/*", "pkg:composer/symfony/console", true],
    ["pkg:pypi/Django_X", "pkg:pypi/django-x", true],
    ["bad*pattern*here", "pkg:npm/bad", false],
    ["@babel/*", "not a purl", false],
  ])("%s on %s: %s", (pattern, purl, covered) => {
    expect(matchesPattern(pattern, purl)).toBe(covered);
    const parsed = parsePattern(pattern);
    if (!("error" in parsed)) expect(matchesPattern(parsed, purl)).toBe(covered);
  });

  it.each([
    ["@babel/*", "pkg:npm/%40babel/*"],
    ["pkg:golang/k8s.io/*", "pkg:golang/k8s.io/*"],
    ["eslint-plugin-*", "pkg:npm/eslint-plugin-*"],
  ])("%s is kept as %s, which reads as itself", (text, canonical) => {
    expect(parsePattern(text)).toMatchObject({ canonical });
    expect(parsePattern(canonical)).toEqual(parsePattern(text));
  });

  it.each([
    ["", "bad-pattern"],
    ["*", "too-wide"],
    ["pkg:npm/*", "too-wide"],
    ["*-plugin", "misplaced-star"],
    ["@ba*/core", "misplaced-star"],
    ["a*b", "misplaced-star"],
    ["@babel/**", "misplaced-star"],
    ["pkg:*/x", "misplaced-star"],
    ["pkg:npm/a@1", "bad-pattern"],
    ["pkg:cargo/a/b", "bad-pattern"],
    ["pkg:npm/%zz", "bad-pattern"],
  ])("%j is refused as %s", (text, code) => {
    expect(parsePattern(text)).toMatchObject({ error: { code } });
  });

  it("that is a whole purl covers that package, and one with a star in place of the name covers it too", () => {
    const word = fc.stringMatching(/^[a-z][a-zA-Z0-9 .+()[\]$^\\-]{0,10}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom("maven", "generic", "golang"), (namespace, name, type) => {
        fc.pre(!name.includes("\\") || type !== "golang");
        const purl = makePurl({ type, namespace, name });
        if ("error" in purl) return;
        const text = printPurl(purl);
        expect(matchesPattern(text, text)).toBe(true);
        expect(matchesPattern(`${text.slice(0, text.lastIndexOf("/"))}/*`, text)).toBe(true);
        expect(matchesPattern(`${text}*`, text)).toBe(true);
      }),
    );
  });
});
