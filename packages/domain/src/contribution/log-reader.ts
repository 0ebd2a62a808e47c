import type { Day } from "../period/index.ts";
import { changeLink } from "./change-link.ts";
import { isDateForm, parseDayWord } from "./day-word.ts";
import { parseDuration } from "./duration.ts";
import type { ContributionKind } from "./kind.ts";
import type { LogContext, LogLine, LogMeaning, LogProblem, LogToken } from "./log-line.ts";
import { addressOfNumber, projectOfWord } from "./log-project.ts";
import { isPlainWord, kindOfWord, leadsToProject } from "./log-words.ts";

/** Reads field after field, the certain forms first, so that a doubtful reading never takes a word from a sure one. */
export function readLine(line: string, context: LogContext): LogLine {
  const pieces = piecesOf(line);
  const words = pieces.filter((piece) => piece.meaning !== "space");
  const problems: LogProblem[] = [];
  const linked = readLink(words);
  const minutes = readMinutes(words, problems);
  const day = readDay(words, context, problems);
  const written = readKind(words);
  const kind = written ?? linked.likelyKind;
  const project = readProject(words, context.projects ?? [], linked.project, problems);
  if (minutes === null && !problems.some(({ field }) => field === "minutes")) {
    problems.push({
      field: "minutes",
      code: "no-duration",
      message: "Write how long it took, such as 45m or 1h30.",
    });
  }
  if (kind === null)
    problems.push({
      field: "kind",
      code: "no-kind",
      message: "Write what it was, such as code, review, triage or docs.",
    });
  const note = words
    .filter((piece) => piece.meaning === "note")
    .map((piece) => piece.text)
    .join(" ");
  return {
    tokens: pieces.map((piece): LogToken => ({ ...piece })),
    minutes,
    kind,
    project: project.reference,
    link: linked.url ?? project.link,
    day,
    note: note === "" ? null : note,
    doubtful: doubtfulFields(words, written === null && kind !== null),
    problems,
  };
}

function doubtfulFields(words: readonly Piece[], isKindGuessed: boolean): LogLine["doubtful"] {
  const isDoubtful = (meaning: LogMeaning) =>
    words.some((word) => word.meaning === meaning && word.certainty === "doubtful");
  return FIELDS.filter((field) => isDoubtful(field) || (field === "kind" && isKindGuessed));
}

const FIELDS = ["minutes", "kind", "project", "day"] as const;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  meaning: LogMeaning;
  certainty: "sure" | "doubtful";
}

function piecesOf(line: string): Piece[] {
  return Array.from(line.matchAll(/\s+|\S+/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    meaning: match[0].trim() === "" ? "space" : "note",
    certainty: "sure",
  }));
}

function mark(piece: Piece, meaning: LogMeaning, certainty: "sure" | "doubtful"): void {
  piece.meaning = meaning;
  piece.certainty = certainty;
}

interface Linked {
  readonly url: string | null;
  readonly project: string | null;
  readonly likelyKind: ContributionKind | null;
}

/** The first address is the link; further ones stay in the note. */
function readLink(words: readonly Piece[]): Linked {
  for (const word of words) {
    const link = changeLink(word.text);
    if (link === null) continue;
    mark(word, "link", link.project === null ? "doubtful" : "sure");
    return link;
  }
  return { url: null, project: null, likelyKind: null };
}

/** A duration may stand in two words (`1h 30m`, `45 min`); a bare number counts only where nothing has a unit. */
function readMinutes(words: readonly Piece[], problems: LogProblem[]): number | null {
  let minutes: number | null = null;
  words.forEach((word, index) => {
    if (word.meaning !== "note" || isBareNumber(word.text)) return;
    const found = durationAt(words, index);
    if (found === null) return;
    if (minutes !== null) {
      problems.push({
        field: "minutes",
        code: "two-durations",
        message: "Write one duration; the first one was taken.",
      });
      return;
    }
    minutes = found.minutes;
    for (const part of found.parts) mark(part, "minutes", "sure");
  });
  return minutes ?? impossibleDuration(words, problems) ?? bareMinutes(words);
}

function durationAt(words: readonly Piece[], index: number): { minutes: number; parts: Piece[] } | null {
  const [previous, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined) return null;
  if (
    previous?.meaning === "note" &&
    /^\d*[.,]?\d+$/.test(previous.text) &&
    /^(?:h|hrs?|hours?|stdn?|stunden?|m|mins?|minutes?|minuten?)$/i.test(word.text)
  ) {
    const apart = parseDuration(`${previous.text} ${word.text}`);
    if (apart !== null) return { minutes: apart, parts: [previous, word] };
  }
  if (!/\d/.test(word.text)) return null;
  const minutes = parseDuration(word.text);
  if (minutes === null && !/^0?0h$/i.test(word.text)) return null;
  if (
    next?.meaning === "note" &&
    /(?:h(?:rs?|ours?)?|stdn?|stunden?)$/i.test(word.text) &&
    /^\d{1,2}(?:m|mins?|minutes?|minuten?)$/i.test(next.text)
  ) {
    const both = parseDuration(`${word.text} ${next.text}`);
    if (both !== null) return { minutes: both, parts: [word, next] };
  }
  return minutes === null ? null : { minutes, parts: [word] };
}

/** A word that was meant as a duration but is none: `25h`, `0m`, `1:75`. */
function impossibleDuration(words: readonly Piece[], problems: LogProblem[]): null {
  const meant = words.find(
    (word) =>
      word.meaning === "note" &&
      /^-?[\d.,]+(?:h\d*|h\d+m|m|min|hours?|minutes?|minuten?|stdn?|stunden?)$|^\d{1,3}:\d{2}$/i.test(
        word.text,
      ),
  );
  if (meant === undefined) return null;
  mark(meant, "minutes", "doubtful");
  problems.push({
    field: "minutes",
    code: "impossible-duration",
    message: "Write a duration from 1 minute to 24 hours, such as 45m or 1h30.",
  });
  return null;
}

function bareMinutes(words: readonly Piece[]): number | null {
  if (words.some((word) => word.meaning === "minutes")) return null;
  const bare = words.find(
    (word) => word.meaning === "note" && isBareNumber(word.text) && parseDuration(word.text) !== null,
  );
  if (bare === undefined) return null;
  mark(bare, "minutes", "doubtful");
  return parseDuration(bare.text);
}

function isBareNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

function readDay(words: readonly Piece[], { today, language }: LogContext, problems: LogProblem[]): Day {
  let found: Day | null = null;
  for (const word of words) {
    if (word.meaning !== "note") continue;
    const isDate = isDateForm(word.text, language);
    // Without its year and in another language `8.9.` is a version at the end of a sentence.
    const isDay = isDate || !/^\d{1,2}\.\d{1,2}\.$/.test(word.text);
    const day = isDay ? parseDayWord(word.text, today, language) : null;
    if (day === null && !isDate) continue;
    if (found !== null) {
      problems.push({ field: "day", code: "two-days", message: "Write one day; the first one was taken." });
      continue;
    }
    mark(word, "day", day === null || day > today ? "doubtful" : "sure");
    found = day ?? today;
    if (day === null)
      problems.push({
        field: "day",
        code: "impossible-day",
        message: `${word.text} is not in the calendar; write a day such as ${today}.`,
      });
    if (day !== null && day > today)
      problems.push({
        field: "day",
        code: "future-day",
        message: `${day} is still to come; write a day up to today.`,
      });
  }
  return found ?? today;
}

/** The first word that names a kind, else the first that suggests one. Two different names leave the first one doubtful. */
function readKind(words: readonly Piece[]): ContributionKind | null {
  const found = words.flatMap((word) => {
    const kind = word.meaning === "note" ? kindOfWord(word.text) : null;
    return kind === null ? [] : [{ word, ...kind }];
  });
  const named = found.filter((entry) => entry.certainty === "sure");
  const [first] = named.length > 0 ? named : found;
  if (first === undefined) return null;
  const isContested = named.some((entry) => entry.kind !== first.kind);
  mark(first.word, "kind", isContested ? "doubtful" : first.certainty);
  return first.kind;
}

interface ReadProject {
  readonly reference: string | null;
  readonly link: string | null;
}

function readProject(
  words: readonly Piece[],
  known: readonly string[],
  linked: string | null,
  problems: LogProblem[],
): ReadProject {
  const found = words.flatMap((word, index) => {
    const project = word.meaning === "note" ? projectOfWord(word.text, known) : null;
    return project === null ? [] : [{ word, index, project }];
  });
  // A known or written-out project outranks a word that only might be one.
  const first = found.find(({ project }) => project.certainty === "sure") ?? found[0];
  if (first === undefined)
    return linked === null ? guessProject(words, problems) : { reference: linked, link: null };
  const { project, word, index } = first;
  mark(word, "project", project.certainty);
  leadIn(words, index);
  if (project.candidates.length > 1) {
    problems.push({
      field: "project",
      code: "ambiguous-project",
      message: `Several projects are called ${project.reference}: write ${project.candidates.slice(0, 3).join(" or ")}.`,
    });
  }
  if (
    linked !== null &&
    linked !== project.reference &&
    !linked.endsWith(`/${project.reference.toLowerCase()}`)
  ) {
    problems.push({
      field: "project",
      code: "two-projects",
      message: `The address names ${linked}, the line ${project.reference}: leave one.`,
    });
  }
  return { reference: linked ?? project.reference, link: addressOfNumber(project) };
}

/** Without any sign of a project: the word behind `for` or `on`, else the first that is no everyday word. */
function guessProject(words: readonly Piece[], problems: LogProblem[]): ReadProject {
  const isCandidate = (word: Piece | undefined) =>
    word?.meaning === "note" &&
    !isPlainWord(word.text) &&
    !isBareNumber(word.text) &&
    kindOfWord(word.text) === null;
  const led = words.findIndex(
    (word, index) => isCandidate(word) && leadsToProject(words[index - 1]?.text ?? ""),
  );
  const index = led === -1 ? words.findIndex(isCandidate) : led;
  const word = words[index];
  if (word === undefined) {
    problems.push({
      field: "project",
      code: "no-project",
      message: "Write the project, such as curl, or paste the address of the change.",
    });
    return { reference: null, link: null };
  }
  mark(word, "project", "doubtful");
  leadIn(words, index);
  return { reference: word.text, link: null };
}

function leadIn(words: readonly Piece[], index: number): void {
  const before = words[index - 1];
  if (before?.meaning === "note" && leadsToProject(before.text)) mark(before, "filler", "sure");
}
