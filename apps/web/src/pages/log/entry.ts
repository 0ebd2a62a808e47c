/** The line while it is written: what it says so far, what would complete it, and whether it can be logged. */
import type { LoggableProject, RecentWork } from "@headwater/contract/contributions";
import {
  completeLogLine,
  knownProjects,
  type LogLine,
  parseLogLine,
  wordsToAsk,
} from "@headwater/domain/contribution";
import { type Day, todayIn } from "@headwater/domain/period";
import { language } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { organizationQuery } from "../../queries.ts";
import type { LogEntry } from "../../frame/outbox.ts";
import { isAsking, lookFor, meet, met, unreached } from "./known-projects.ts";
import { recentWorkQuery } from "./queries.ts";

/** Between the last letter and the question. */
const DEBOUNCE_MS = 90;

/** What is known of the project that the line names. */
export type NamedProject =
  | { readonly state: "none" }
  | { readonly state: "asking" }
  | { readonly state: "known"; readonly project: LoggableProject }
  /** Its address is written out: it can be added. */
  | { readonly state: "new"; readonly slug: string }
  | { readonly state: "unknown" | "unchecked"; readonly name: string };

export interface Entry {
  readonly text: Accessor<string>;
  readonly setText: (text: string) => void;
  readonly today: Accessor<Day>;
  readonly line: Accessor<LogLine>;
  /** What Tab would add. */
  readonly completion: Accessor<string>;
  /** What the line would say with it. */
  readonly completed: Accessor<LogLine>;
  readonly project: Accessor<NamedProject>;
  readonly recent: Accessor<readonly RecentWork[]>;
  /** Ready to be sent, or null while something is missing. */
  readonly ready: Accessor<LogEntry | null>;
}

export function createEntry(): Entry {
  const organization = useQuery(() => organizationQuery);
  const recentWork = useQuery(() => recentWorkQuery);
  const recent = () => recentWork.data?.items ?? [];
  const [text, setText] = createSignal("");
  const today = () => todayIn(organization.data?.timeZone ?? "UTC", Date.now());

  createEffect(() =>
    meet(
      recent().map(({ project, projectName, products }) => ({
        slug: project,
        name: projectName,
        provisional: project.startsWith("pkg:"),
        products,
      })),
    ),
  );
  const known = createMemo(() => knownProjects(met()));
  const context = () => ({ today: today(), projects: known().words, language: language() });
  const line = createMemo(() => parseLogLine(text(), context()));
  createEffect(
    on(text, (written) => {
      const timer = setTimeout(
        () => void lookFor(wordsToAsk(parseLogLine(written, context()).tokens).filter(isWord)),
        DEBOUNCE_MS,
      );
      onCleanup(() => clearTimeout(timer));
    }),
  );

  const completion = createMemo(() => {
    const names = [...recent().map(({ projectName }) => projectName), ...met().map(({ name }) => name)];
    return completeLogLine(text(), { ...context(), names });
  });
  const completed = createMemo(() =>
    completion() === "" ? line() : parseLogLine(`${text()}${completion()}`, context()),
  );
  const projectOf = (written: LogLine): NamedProject => {
    const named = written.project;
    if (named === null) return { state: "none" };
    const slug = known().slugOf(named);
    const found = met().find((one) => one.slug === slug);
    if (found !== undefined) return { state: "known", project: found };
    if (isAsking()) return { state: "asking" };
    if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/i.test(named)) return { state: "new", slug: named };
    return { state: unreached() ? "unchecked" : "unknown", name: named };
  };
  const project = createMemo(() => projectOf(line()));
  const ready = createMemo(() => entryOf(line(), project()));
  return { text, setText, today, line, completion, completed, project, recent, ready };
}

/** Figures and marks are no names. */
function isWord(word: string): boolean {
  return /\p{L}/u.test(word) && !/^https?:/i.test(word);
}

function entryOf(line: LogLine, named: NamedProject): LogEntry | null {
  const { minutes, kind, day, link, note, problems } = line;
  if (problems.length > 0 || minutes === null || kind === null) return null;
  const reference = referenceOf(named);
  if (reference === null) return null;
  return {
    project: reference,
    day,
    minutes,
    kind,
    ...(link === null ? {} : { link }),
    ...(note === null ? {} : { note }),
    ...(named.state === "new" ? { add: true } : {}),
  };
}

function referenceOf(named: NamedProject): string | null {
  if (named.state === "known") return named.project.slug;
  if (named.state === "new") return named.slug;
  return named.state === "unchecked" ? named.name : null;
}

/** A line that says what a suggestion is about, to be changed where it differs. */
export function lineOf(work: RecentWork): string {
  const hours = Math.floor(work.usualMinutes / 60);
  const minutes = work.usualMinutes % 60;
  const time = `${hours > 0 ? `${hours}h` : ""}${minutes > 0 ? `${minutes}m` : ""}`;
  const project = /\s/.test(work.projectName) ? work.project : work.projectName;
  return `${time} ${work.kind} ${project} `;
}
