import { describe, expect, it } from "vitest";
import { decideProject, ruleBook } from "./index.ts";

const babel = { pattern: "@babel/*", project: "github.com/babel/babel" };
const plugins = { pattern: "@babel/plugin-*", project: "github.com/babel/plugins" };
const core = { pattern: "pkg:npm/%40babel/core", project: "github.com/babel/core" };

describe("whom a package belongs to", () => {
  it.each([
    [
      "a person's word goes before every rule and file",
      "pkg:npm/%40babel/core",
      "github.com/a/person",
      [babel, core],
      ["github.com/a/file"],
      "github.com/a/person",
      "person",
    ],
    [
      "a rule goes before what files state",
      "pkg:npm/%40babel/types",
      null,
      [babel],
      ["github.com/a/file"],
      "github.com/babel/babel",
      "rule",
    ],
    [
      "of two rules the longer one decides",
      "pkg:npm/%40babel/plugin-x",
      null,
      [babel, plugins],
      [],
      "github.com/babel/plugins",
      "rule",
    ],
    [
      "also where the longer one stands first",
      "pkg:npm/%40babel/plugin-x",
      null,
      [plugins, babel],
      [],
      "github.com/babel/plugins",
      "rule",
    ],
    [
      "a rule for the very package beats a longer one with a star",
      "pkg:npm/%40babel/core",
      null,
      [{ pattern: "pkg:npm/%40babel/cor*", project: "x" }, core],
      [],
      "github.com/babel/core",
      "rule",
    ],
    [
      "of what files state the first counts",
      "pkg:npm/left-pad",
      null,
      [babel],
      ["github.com/first/one", "github.com/second/one"],
      "github.com/first/one",
      "stated",
    ],
    [
      "a package of which nobody says anything stands for itself",
      "pkg:npm/left-pad",
      null,
      [babel],
      [],
      "pkg:npm/left-pad",
      "provisional",
    ],
    [
      "what no purl names stands for itself too",
      "unidentified:libfoo",
      null,
      [babel],
      [],
      "unidentified:libfoo",
      "provisional",
    ],
    [
      "a rule that cannot be read covers nothing",
      "pkg:npm/left-pad",
      null,
      [{ pattern: "*", project: "x" }],
      [],
      "pkg:npm/left-pad",
      "provisional",
    ],
    [
      "a rule of another ecosystem covers nothing",
      "pkg:pypi/babel",
      null,
      [babel],
      [],
      "pkg:pypi/babel",
      "provisional",
    ],
  ])("%s", (_, purl, personProject, rules, stated, project, basis) => {
    expect(decideProject({ purl, personProject, rules: ruleBook(rules), stated })).toEqual({
      project,
      basis,
    });
  });
});
