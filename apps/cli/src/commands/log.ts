import { Contribution } from "@headwater/contract/contributions";
import { Project, Projects } from "@headwater/contract/mapping";
import { Organization } from "@headwater/contract/organization";
import { knownProjects, type LogLine, parseLogLine, wordsToAsk } from "@headwater/domain/contribution";
import { todayIn, type Day } from "@headwater/domain/period";
import { Failure, type Command, type Terminal } from "../command.ts";
import { call, json, RefusedByServer } from "../server/client.ts";
import { loggedRows, storedServer, storeLoggedRows, type Server } from "../server/connection.ts";
import { shown } from "../text/table.ts";
import { distinctName, nameOf } from "../usage/mapping.ts";

export const command: Command = {
  usage: 'log "45m review curl#13412 yesterday"',
  about:
    "Records time given to a project, in one line: how long, what kind, which project, which day, a note. What is guessed is asked back on a terminal and refused elsewhere.",
  options: {
    yes: { type: "boolean", about: "take what was guessed" },
    add: {
      type: "boolean",
      about: "the project is in no inventory: add it by its address, such as github.com/curl/curl",
    },
  },
  dashedWords: /^-\d{1,3}[dw]$/i,
  async run(given, terminal) {
    const text = given.positionals.join(" ").trim();
    if (text === "")
      throw new Failure('Write what you did, such as headwater log "45m review curl#13412 yesterday".');
    const server = await storedServer(terminal);
    const { timeZone } = await call(server, { method: "GET", path: "/organization" }, Organization);
    const line = await understood(server, text, todayIn(timeZone, Date.now()));
    const [problem] = line.problems;
    if (problem !== undefined) throw new Failure(`${problem.message} Understood: ${inWords(line)}.`);
    if (line.doubtful.length > 0 && !given.flag("yes")) await confirm(line, terminal);
    if (given.flag("add") && line.project !== null) await addProject(server, line.project);
    const row = await logged(server, line);
    await storeLoggedRows(terminal, server, [...(await loggedRows(terminal, server)), row.id]);
    terminal.print(
      given.json
        ? JSON.stringify(row)
        : `Logged ${row.minutes} minutes of ${row.kind} for ${shown(distinctName(row.project))} on ${row.day}. To take it back: headwater undo`,
    );
    return 0;
  },
};

type KnownProject = ReturnType<typeof Project.parse>;

/** Reads the line with the projects that the server knows by the words in it. */
async function understood(server: Server, text: string, today: Day): Promise<LogLine> {
  const first = parseLogLine(text, { today });
  const found = new Map<string, KnownProject>();
  for (const word of wordsToAsk(first.tokens)) {
    const { items } = await call(
      server,
      { method: "GET", path: "/projects", query: { q: word, limit: "1000" } },
      Projects,
    );
    for (const project of items) found.set(project.slug, project);
  }
  if (found.size === 0) return first;
  const known = knownProjects([...found.values()]);
  const line = parseLogLine(text, { today, projects: known.words });
  return { ...line, project: line.project === null ? null : known.slugOf(line.project) };
}

/** A project that is there already is as good as one that was added. */
async function addProject(server: Server, slug: string): Promise<void> {
  await call(server, { method: "POST", path: "/projects", body: json({ slug }) }, Project).catch(
    (error: unknown) => {
      if (!(error instanceof RefusedByServer && error.code === "already-exists")) throw error;
    },
  );
}

async function logged(
  server: Server,
  { project, day, minutes, kind, link, note }: LogLine,
): Promise<Contribution> {
  const row = {
    project,
    day,
    minutes,
    kind,
    ...(link === null ? {} : { link }),
    ...(note === null ? {} : { note }),
  };
  try {
    return await call(server, { method: "POST", path: "/contributions", body: json(row) }, Contribution);
  } catch (error) {
    if (!(error instanceof RefusedByServer && error.code === "unknown-project") || project === null)
      throw error;
    const how = project.includes("/")
      ? "Add --add to give to it all the same."
      : "Write its address, such as github.com/curl/curl, and --add to give to it all the same.";
    throw new Failure(`No product here uses ${JSON.stringify(nameOf(project))}. ${how}`);
  }
}

async function confirm(line: LogLine, { isInteractive, ask }: Terminal): Promise<void> {
  const guessed = `Guessed: ${line.doubtful.map((field) => `${fieldInWords[field]} ${shown(String(line[field]))}`).join(", ")}. Understood: ${inWords(line)}.`;
  if (!isInteractive) throw new Failure(`${guessed} Write it out, or add --yes.`);
  const answer = await ask(`${guessed} Log it? [y/N] `);
  if (!/^y(?:es)?$/i.test(answer.trim())) throw new Failure("Nothing was logged.");
}

const fieldInWords = { minutes: "minutes", kind: "kind", project: "project", day: "day" } as const;

function inWords({ minutes, kind, project, day, note }: LogLine): string {
  const parts = [
    minutes === null ? "no duration" : `${minutes} minutes`,
    kind ?? "no kind",
    project === null ? "no project" : distinctName(project),
    day,
    ...(note === null ? [] : [`note ${JSON.stringify(note)}`]),
  ];
  return shown(parts.join(" · "));
}
