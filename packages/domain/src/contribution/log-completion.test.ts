import { describe, expect, it } from "vitest";
import { day } from "../testing/day.ts";
import {
  changeLink,
  completeLogLine,
  knownProjects,
  parseDayWord,
  parseLogLine,
  wordsToAsk,
} from "./index.ts";

// A Wednesday.
const today = day("2026-08-12");
const names = ["curl", "cobra", "netty"];
const projects = ["curl", "cobra", "netty", "github.com/curl/curl"];

describe("what is offered behind the last word", () => {
  it.each([
    ["45m rev", "iew"],
    ["45m review cu", "rl"],
    ["45m review curl yest", "erday"],
    ["45m review curl#13412 yest", "erday"],
    ["co", "de"],
    // The kind is there, so the same letters are a project.
    ["45m review co", "bra"],
    ["45m review curl mo", "nday"],
    ["45m review CU", "rl"],
  ])("%j is completed by %j", (line, rest) => {
    expect(completeLogLine(line, { today, projects, names })).toBe(rest);
  });

  it.each(["", "4", "45m", "45m review curl yesterday ", "45m review curl yesterday mon", "r", "1,", "zz"])(
    "nothing behind %j",
    (line) => {
      expect(completeLogLine(line, { today, projects, names })).toBe("");
    },
  );

  it("days are offered in the language of the line", () => {
    expect(completeLogLine("45m review curl ges", { today, projects, names, language: "de" })).toBe("tern");
    expect(completeLogLine("45m review curl ges", { today, projects, names })).toBe("");
  });

  it("what was completed is understood", () => {
    const line = "45m review curl vorg";
    const full = line + completeLogLine(line, { today, projects, names, language: "de" });
    expect(parseLogLine(full, { today, projects, language: "de" })).toMatchObject({
      day: "2026-08-10",
      problems: [],
      doubtful: [],
    });
  });
});

describe("a German line", () => {
  it.each([
    ["1,5 Std review curl gestern", 90, "review", "2026-08-11"],
    ["45 Minuten Doku für curl vorgestern", 45, "docs", "2026-08-10"],
    ["2 Stunden geprüft curl Montag", 120, "review", "2026-08-10"],
    ["2Std 30min Wartung curl do", 150, "maintenance", "2026-08-06"],
    ["1h code curl 3.8.", 60, "code", "2026-08-03"],
    ["1h code curl 13.8.", 60, "code", "2025-08-13"],
    ["1h code curl 3.8.2026", 60, "code", "2026-08-03"],
  ])("%j is %i minutes of %s on %s", (line, minutes, kind, on) => {
    expect(parseLogLine(line, { today, projects, language: "de" })).toMatchObject({
      minutes,
      kind,
      day: on,
      project: "curl",
      problems: [],
      doubtful: [],
    });
  });

  it("a day that no calendar has is said", () => {
    const { problems } = parseLogLine("1h code curl 31.2.2026", { today, projects });
    expect(problems.map(({ code }) => code)).toEqual(["impossible-day"]);
  });

  it("in an English line `do`, `so` and a version at the end of a sentence are words", () => {
    expect(parseDayWord("do", today)).toBeNull();
    const { day: on, note } = parseLogLine("1h review curl so we can do 8.9.", { today, projects });
    expect([on, note]).toEqual([today, "so we can do 8.9."]);
  });
});

describe("the address of a Gerrit change", () => {
  it.each([
    ["https://review.opendev.org/c/openstack/nova/+/912345", "opendev.org/openstack/nova"],
    ["https://go-review.googlesource.com/c/go/+/554321/3", "go.googlesource.com/go"],
    ["https://gerrit.example.org/c/group/tool/+/12", "gerrit.example.org/group/tool"],
  ])("%s is a change of %s", (url, project) => {
    expect(changeLink(url)).toMatchObject({ project, likelyKind: "code" });
  });
});

describe("known projects", () => {
  const axios = { slug: "github.com/axios/axios", name: "axios", provisional: false };
  it("a name that one confirmed project bears is that one", () => {
    const known = knownProjects([axios, { slug: "pkg:npm/axios", name: "axios", provisional: true }]);
    expect(known.slugOf("axios")).toBe("github.com/axios/axios");
  });
  it("a name that two confirmed projects bear stays a word", () => {
    const known = knownProjects([axios, { ...axios, slug: "github.com/other/axios" }]);
    expect(known.slugOf("axios")).toBe("axios");
    expect(known.words).toEqual(["github.com/axios/axios", "github.com/other/axios"]);
  });
  it("the number of a change is not asked for", () => {
    const { tokens } = parseLogLine("45m review curl#13412 yesterday", { today });
    expect(wordsToAsk(tokens)).toEqual(["curl"]);
  });
});
