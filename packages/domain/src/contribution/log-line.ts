import type { Day } from "../period/index.ts";
import type { ContributionKind } from "./kind.ts";
import { readLine } from "./log-reader.ts";

/** `space` between words, `filler` for words that only lead to another one (`for curl`). */
export type LogMeaning = "minutes" | "kind" | "project" | "link" | "day" | "note" | "filler" | "space";

/** A piece of the line. All pieces together tile it: each begins where the one before ends. */
export interface LogToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly meaning: LogMeaning;
  readonly certainty: "sure" | "doubtful";
}

export interface LogProblem {
  readonly field: "minutes" | "kind" | "project" | "day" | "line";
  readonly code:
    | "no-duration"
    | "impossible-duration"
    | "two-durations"
    | "impossible-day"
    | "future-day"
    | "two-days"
    | "no-project"
    | "ambiguous-project"
    | "two-projects"
    | "no-kind"
    | "too-long";
  /** A sentence that says what to do. */
  readonly message: string;
}

export interface LogLine {
  readonly tokens: readonly LogToken[];
  readonly minutes: number | null;
  readonly kind: ContributionKind | null;
  /** A slug, purl or name as matched or written; finding the project is the caller's. */
  readonly project: string | null;
  readonly link: string | null;
  /** Today where the line names none. */
  readonly day: Day;
  readonly note: string | null;
  /** Fields whose value is a guess: a bare number, a hinting word, a kind that only the address suggests. */
  readonly doubtful: readonly ("minutes" | "kind" | "project" | "day")[];
  /** Empty where the line can be recorded as it is. */
  readonly problems: readonly LogProblem[];
}

export interface LogContext {
  readonly today: Day;
  /** Slugs and names of known projects; a word that is one of them, or the last part of a slug, is surely the project. */
  readonly projects?: readonly string[];
  /** Short German names of days (`mo`, `do`) and days without a year (`12.8.`) are words of a German line only. */
  readonly language?: "en" | "de" | undefined;
}

const MAX_LENGTH = 2_000;

/**
 * Reads `45m review curl#13412 yesterday`: words in any order, addresses of changes, and what is left is the note.
 * Never throws; what cannot be understood or is missing stands in `problems`, which name the field and what to do.
 */
export function parseLogLine(line: string, context: LogContext): LogLine {
  if (line.length > MAX_LENGTH) {
    return {
      tokens: [{ start: 0, end: line.length, text: line, meaning: "note", certainty: "doubtful" }],
      minutes: null,
      kind: null,
      project: null,
      link: null,
      day: context.today,
      note: null,
      doubtful: [],
      problems: [
        { field: "line", code: "too-long", message: `Write at most ${MAX_LENGTH} characters in a line.` },
      ],
    };
  }
  return readLine(line, context);
}
