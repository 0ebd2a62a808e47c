import { contributionKinds } from "./kind.ts";
import { type LogContext, parseLogLine } from "./log-line.ts";

/** Names in the order in which they are offered: those of the writer first. */
interface CompletionContext extends LogContext {
  readonly names: readonly string[];
}

/**
 * What would follow the last word of the line, `erday` behind `yest`; empty where nothing is to be offered. A kind is
 * offered while the line has none, then a project, then a day; of several the first.
 */
export function completeLogLine(line: string, context: CompletionContext): string {
  const word = /\S+$/.exec(line)?.[0] ?? "";
  if (word.length < 2 || /^[\d,.:-]/.test(word)) return "";
  const { kind, project, tokens, doubtful } = parseLogLine(line.slice(0, -word.length), context);
  const hasKind = kind !== null && !doubtful.includes("kind");
  const hasProject = project !== null && !doubtful.includes("project");
  const hasDay = tokens.some(({ meaning }) => meaning === "day");
  const offered = [
    ...(hasKind ? [] : contributionKinds),
    ...(hasProject ? [] : context.names),
    ...(hasDay ? [] : context.language === "de" ? GERMAN_DAYS : ENGLISH_DAYS),
  ];
  const typed = word.toLowerCase();
  const found = offered.find((name) => name.toLowerCase().startsWith(typed));
  return found === undefined ? "" : found.slice(word.length);
}

const ENGLISH_DAYS = [
  "today",
  "yesterday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];
const GERMAN_DAYS = [
  "heute",
  "gestern",
  "vorgestern",
  "montag",
  "dienstag",
  "mittwoch",
  "donnerstag",
  "freitag",
  "samstag",
  "sonntag",
];
