import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../testing/day.ts";
import {
  CONTRIBUTION_KINDS,
  chaossTypeOf,
  parseContributionKind,
  parseDayWord,
  parseDuration,
} from "./index.ts";

describe("a duration", () => {
  it.each([
    ["45m", 45],
    ["45min", 45],
    ["45 min", 45],
    ["45 minutes", 45],
    ["1h30", 90],
    ["1h30m", 90],
    ["1h 30m", 90],
    ["2h 30min", 150],
    ["1:30", 90],
    ["0:45", 45],
    ["01:05", 65],
    [",75h", 45],
    [".75h", 45],
    ["0,75h", 45],
    ["1.5h", 90],
    ["1,5 h", 90],
    ["2h", 120],
    ["2 hours", 120],
    ["90", 90],
    ["1440", 1440],
    ["24h", 1440],
    ["24:00", 1440],
    ["1H30", 90],
    ["1h05", 65],
    ["1h5", 65],
    [" 45m ", 45],
    ["1.33h", 80],
    ["0.01h", 1],
    ["1.005h", 60],
    ["1.0084h", 61],
    ["0h30", 30],
  ])("%j is %j minutes", (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  it.each([
    "",
    "0",
    "0m",
    "0h",
    "25h",
    "1441",
    "24:01",
    "1:60",
    "1:5",
    "1h60",
    "-45m",
    "1.5",
    "1.5m",
    "1e2",
    "NaN",
    "h",
    "m",
    "45s",
    "1d",
    "1h30h",
    "٤٥m",
    "99999",
  ])("%j is none", (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it("comes back from each way of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
        const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
        const padded = String(rest).padStart(2, "0");
        for (const text of [
          `${minutes}`,
          `${minutes}m`,
          `${hours}h${padded}`,
          `${hours}h ${rest}min`,
          `${hours}:${padded}`,
        ]) {
          expect(parseDuration(text)).toBe(minutes);
        }
      }),
    );
  });
});

describe("a word for a day", () => {
  it.each([
    ["today", "2026-03-01", "2026-03-01"],
    ["Yesterday", "2026-03-01", "2026-02-28"],
    ["yesterday", "2024-03-01", "2024-02-29"],
    ["yesterday", "2026-01-01", "2025-12-31"],
    ["-3d", "2024-03-02", "2024-02-28"],
    ["-1w", "2026-01-03", "2025-12-27"],
    ["-0d", "2026-01-03", "2026-01-03"],
    ["mon", "2026-08-12", "2026-08-10"],
    ["wed", "2026-08-12", "2026-08-12"],
    ["Thursday", "2026-08-12", "2026-08-06"],
    ["sun", "2026-08-12", "2026-08-09"],
    ["2026-08-12", "2026-01-01", "2026-08-12"],
    ["2024-02-29", "2026-01-01", "2024-02-29"],
  ])("%s, written on %s, is %s", (word, today, expected) => {
    expect(parseDayWord(word, day(today))).toBe(expected);
  });

  it.each(["tomorrow", "monday!", "-3", "3d", "-3m", "2025-02-29", "2026-8-1", "", "moon"])(
    "%j is none",
    (word) => {
      expect(parseDayWord(word, day("2026-08-12"))).toBeNull();
    },
  );
});

describe("the kinds of time", () => {
  // Metric "Types of Contributions" of CHAOSS, the names that are used here.
  const chaoss = [
    "Writing Code",
    "Reviewing Code",
    "Bug Triaging",
    "Quality Assurance and Testing",
    "Security-Related Activities",
    "Documentation Authorship",
    "Community Building and Management",
    "Teaching and Tutorial Building",
    "Troubleshooting and Support",
    "User Support and Answering Questions",
  ];

  it("are a closed list of fourteen, each with a name of CHAOSS", () => {
    const kinds = Object.keys(CONTRIBUTION_KINDS).flatMap((kind) => parseContributionKind(kind) ?? []);
    expect(kinds).toHaveLength(14);
    for (const kind of kinds) expect(chaoss).toContain(chaossTypeOf(kind));
    for (const other of ["", "Code", "toString", "__proto__", "sleep"])
      expect(parseContributionKind(other)).toBeNull();
  });
});
