import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../testing/day.ts";
import { parseLogLine } from "./index.ts";

// A Wednesday.
const context = {
  today: day("2026-08-12"),
  projects: [
    "github.com/curl/curl",
    "github.com/babel/babel",
    "xz",
    "github.com/a/utils",
    "github.com/b/utils",
  ],
};

const CURL = "github.com/curl/curl";
const PULL = "https://github.com/curl/curl/pull/13412";

describe("a line that can be recorded", () => {
  it.each([
    ["45m review curl#13412 yesterday", 45, "review", CURL, "2026-08-11", null],
    ["yesterday curl#13412 review 45m", 45, "review", CURL, "2026-08-11", null],
    ["review yesterday 45m curl#13412", 45, "review", CURL, "2026-08-11", null],
    ["45m review curl", 45, "review", CURL, "2026-08-12", null],
    ["45m review CURL", 45, "review", CURL, "2026-08-12", null],
    ["1h30 code curl mon", 90, "code", CURL, "2026-08-10", null],
    ["1:30 code curl wed", 90, "code", CURL, "2026-08-12", null],
    [",75h code curl thu", 45, "code", CURL, "2026-08-06", null],
    ["2h 30min code curl -3d", 150, "code", CURL, "2026-08-09", null],
    ["1h 30m docs for curl", 90, "docs", CURL, "2026-08-12", null],
    ["1.5h code curl 2026-08-01", 90, "code", CURL, "2026-08-01", null],
    ["45 min review curl", 45, "review", CURL, "2026-08-12", null],
    ["2 hours review curl", 120, "review", CURL, "2026-08-12", null],
    ["20m triage xz", 20, "triage", "xz", "2026-08-12", null],
    ["20m fixed typo in docs of curl", 20, "docs", CURL, "2026-08-12", "fixed typo in"],
    ["30m curl review of the parser rewrite", 30, "review", CURL, "2026-08-12", "of the parser rewrite"],
    ["1h security-fix curl CVE-2026-1234", 60, "security-fix", CURL, "2026-08-12", "CVE-2026-1234"],
    ["1h vulnerability-response curl", 60, "vulnerability-response", CURL, "2026-08-12", null],
    ["1h build-release curl", 60, "build-release", CURL, "2026-08-12", null],
    ["1h support curl friday", 60, "support", CURL, "2026-08-07", null],
    ["1h mentoring curl Sunday", 60, "mentoring", CURL, "2026-08-09", null],
    ["1h governance curl", 60, "governance", CURL, "2026-08-12", null],
    ["1h community curl", 60, "community", CURL, "2026-08-12", null],
    ["1h upstreaming curl", 60, "upstreaming", CURL, "2026-08-12", null],
    ["1h maintenance curl -1w", 60, "maintenance", CURL, "2026-08-05", null],
    ["15m testing @babel/core", 15, "test", "@babel/core", "2026-08-12", null],
    ["15m test pkg:npm/left-pad", 15, "test", "pkg:npm/left-pad", "2026-08-12", null],
    ["15m test github.com/Foo/Bar", 15, "test", "github.com/foo/bar", "2026-08-12", null],
    ["15m test codeberg.org/forgejo/forgejo", 15, "test", "codeberg.org/forgejo/forgejo", "2026-08-12", null],
    ["  45m   review   curl  ", 45, "review", CURL, "2026-08-12", null],
    ["45m\treview\tcurl", 45, "review", CURL, "2026-08-12", null],
    ["24h code curl", 1440, "code", CURL, "2026-08-12", null],
    ["1m code curl today", 1, "code", CURL, "2026-08-12", null],
  ])("%j: %i minutes of %s for %s on %s, note %j", (line, minutes, kind, project, on, note) => {
    expect(parseLogLine(line, context)).toMatchObject({
      minutes,
      kind,
      project,
      day: on,
      note,
      doubtful: [],
      problems: [],
    });
  });

  it.each([
    [`45m review ${PULL}`, "review", CURL, PULL, []],
    [`${PULL} 45m review`, "review", CURL, PULL, []],
    [`${PULL}/files#diff-1 45m`, "code", CURL, PULL, ["kind"]],
    [`45m ${PULL}.`, "code", CURL, PULL, ["kind"]],
    [
      "45m https://github.com/curl/curl/issues/7",
      "triage",
      CURL,
      "https://github.com/curl/curl/issues/7",
      ["kind"],
    ],
    [
      "45m docs https://github.com/curl/curl/issues/7?x=1",
      "docs",
      CURL,
      "https://github.com/curl/curl/issues/7",
      [],
    ],
    [
      "45m https://github.com/curl/curl/commit/0a1b2c3",
      "code",
      CURL,
      "https://github.com/curl/curl/commit/0a1b2c3",
      ["kind"],
    ],
    [
      "45m https://github.com/curl/curl/discussions/9",
      "support",
      CURL,
      "https://github.com/curl/curl/discussions/9",
      ["kind"],
    ],
    [
      "45m https://gitlab.com/gitlab-org/api/client-go/-/merge_requests/12/diffs",
      "code",
      "gitlab.com/gitlab-org/api/client-go",
      "https://gitlab.com/gitlab-org/api/client-go/-/merge_requests/12",
      ["kind"],
    ],
    [
      "45m https://gitlab.example.com/a/b/c/-/issues/3",
      "triage",
      "gitlab.example.com/a/b/c",
      "https://gitlab.example.com/a/b/c/-/issues/3",
      ["kind"],
    ],
    [
      "45m review https://codeberg.org/forgejo/forgejo/pulls/4",
      "review",
      "codeberg.org/forgejo/forgejo",
      "https://codeberg.org/forgejo/forgejo/pulls/4",
      [],
    ],
    [
      "45m https://code.example.org/x/y/pulls/4",
      "code",
      "code.example.org/x/y",
      "https://code.example.org/x/y/pulls/4",
      ["kind"],
    ],
    [
      "45m https://bitbucket.org/team/repo/pull-requests/8/overview",
      "code",
      "bitbucket.org/team/repo",
      "https://bitbucket.org/team/repo/pull-requests/8",
      ["kind"],
    ],
    ["45m review https://github.com/Curl/Curl", "review", CURL, "https://github.com/Curl/Curl", []],
    ["45m review https://example.com/blog about curl", "review", CURL, "https://example.com/blog", []],
    ["45m review curl#13412", "review", CURL, "https://github.com/curl/curl/issues/13412", []],
    ["45m review curl/curl#12", "review", CURL, "https://github.com/curl/curl/issues/12", []],
    [
      "45m review gitlab.com/a/b!5",
      "review",
      "gitlab.com/a/b",
      "https://gitlab.com/a/b/-/merge_requests/5",
      [],
    ],
  ])("takes project and link from %j", (line, kind, project, link, doubtful) => {
    expect(parseLogLine(line, context)).toMatchObject({
      minutes: 45,
      kind,
      project,
      link,
      doubtful,
      problems: [],
    });
  });

  it.each([
    ["90 code curl", { minutes: 90, doubtful: ["minutes"] }],
    ["45m fix curl", { kind: "code", doubtful: ["kind"] }],
    ["45m release curl", { kind: "build-release", doubtful: ["kind"] }],
    ["45m review docs curl", { kind: "review", note: "docs", doubtful: ["kind"] }],
    ["45m review fix curl", { kind: "review", note: "fix", doubtful: [] }],
    ["45m review libarchive", { project: "libarchive", doubtful: ["project"] }],
    [
      "45m docs the whole guide for libarchive",
      { project: "libarchive", note: "the whole guide", doubtful: ["project"] },
    ],
    ["45m review 13412 curl", { minutes: 45, note: "13412", doubtful: [] }],
  ])("says of %j what it only guessed", (line, expected) => {
    expect(parseLogLine(line, context)).toMatchObject({ ...expected, problems: [] });
  });
});

describe("a line with something missing or wrong", () => {
  it.each([
    ["", ["project", "no-project"]],
    ["", ["minutes", "no-duration"]],
    ["", ["kind", "no-kind"]],
    ["review curl", ["minutes", "no-duration"]],
    ["45m curl", ["kind", "no-kind"]],
    ["45m review", ["project", "no-project"]],
    ["25h review curl", ["minutes", "impossible-duration"]],
    ["0m review curl", ["minutes", "impossible-duration"]],
    ["1:75 review curl", ["minutes", "impossible-duration"]],
    ["-45m review curl", ["minutes", "impossible-duration"]],
    ["45m 30m review curl", ["minutes", "two-durations"]],
    ["45m review curl 2026-02-30", ["day", "impossible-day"]],
    ["45m review curl 2026-13-01", ["day", "impossible-day"]],
    ["45m review curl 2026-08-13", ["day", "future-day"]],
    ["45m review curl today yesterday", ["day", "two-days"]],
    ["45m review utils", ["project", "ambiguous-project"]],
    [`45m review babel ${PULL}`, ["project", "two-projects"]],
    ["x".repeat(2_001), ["line", "too-long"]],
  ])("%j has a problem with %s", (line, [field, code]) => {
    const { problems } = parseLogLine(line, context);
    expect(problems.map((problem) => [problem.field, problem.code])).toContainEqual([field, code]);
    for (const problem of problems) expect(problem.message).toMatch(/\S/);
  });
});

describe("any line", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "45m",
      "1h",
      "30m",
      "90",
      "review",
      "docs",
      "curl",
      "curl#1",
      PULL,
      "yesterday",
      "-3d",
      "2026-08-12",
      "for",
      "!",
      "#",
      "@",
      "pkg:npm/%",
      ",75h",
      "https://",
      "\ud800",
      "x!9",
    ),
    fc.string(),
  );

  it("is tiled by its tokens and never throws", () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.constantFrom(" ", "  ", "\t", "\u00a0", "\n"),
        (words, space) => {
          const line = words.join(space);
          const { tokens, minutes, day: on } = parseLogLine(line, context);
          expect(tokens.map((token) => token.text).join("")).toBe(line);
          let at = 0;
          for (const token of tokens) {
            expect(token.start).toBe(at);
            expect(line.slice(token.start, token.end)).toBe(token.text);
            at = token.end;
          }
          expect(at).toBe(line.length);
          if (minutes !== null) expect(minutes >= 1 && minutes <= 1440).toBe(true);
          expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("means the same in any order of its words, where each has one meaning", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(["45m", "review", "curl#13412", "yesterday"], { minLength: 4 }),
        (words) => {
          const { tokens: _, ...read } = parseLogLine(words.join(" "), context);
          expect(read).toEqual({
            minutes: 45,
            kind: "review",
            project: CURL,
            link: "https://github.com/curl/curl/issues/13412",
            day: "2026-08-11",
            note: null,
            doubtful: [],
            problems: [],
          });
        },
      ),
    );
  });

  it("is read in time that grows with its length", () => {
    for (const piece of ["https://a/", "curl#", "1h", "a.b/", "-1", "@x/", "!"]) {
      const started = performance.now();
      parseLogLine(piece.repeat(Math.floor(2_000 / piece.length)), context);
      expect(performance.now() - started).toBeLessThan(200);
    }
  });
});
