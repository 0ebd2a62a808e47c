import type { ContributionKind } from "@headwater/domain/contribution";
import type { LogProblem } from "@headwater/domain/contribution";
import { cardinal, count, dayName, duration } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";

type Problems = Readonly<Record<LogProblem["code"], string>>;

/** The closed list of kinds in words, as GLOSSARY.md has them; the grammar of the line takes the English ones and German ones too. */
export const kindName = texts<Readonly<Record<ContributionKind, string>>>(
  {
    code: "code",
    review: "review",
    triage: "triage",
    docs: "docs",
    test: "test",
    "security-fix": "security fix",
    "vulnerability-response": "vulnerability response",
    "build-release": "build and release",
    support: "support",
    mentoring: "mentoring",
    governance: "governance",
    community: "community",
    upstreaming: "upstreaming",
    maintenance: "maintenance",
  },
  {
    code: "Code",
    review: "Review",
    triage: "Triage",
    docs: "Doku",
    test: "Test",
    "security-fix": "Sicherheitskorrektur",
    "vulnerability-response": "Umgang mit Schwachstellen",
    "build-release": "Bau und Veröffentlichung",
    support: "Hilfe für Nutzer",
    mentoring: "Betreuung",
    governance: "Leitung",
    community: "Gemeinschaft",
    upstreaming: "Upstreaming",
    maintenance: "Wartung",
  },
);

export const problemText = texts<Problems>(
  {
    "no-duration": "Write how long it took, such as 45m or 1h30.",
    "impossible-duration": "A day holds 1 minute to 24 hours; write it as 45m, 1h30 or 1,5h.",
    "two-durations": "There are two durations; the first one was taken. Leave one.",
    "impossible-day": "The calendar has no such day; write it as yesterday, mon, -3d or 2026-08-12.",
    "future-day": "That day is still to come; time is logged when it was given.",
    "two-days": "There are two days; the first one was taken. Leave one.",
    "no-project": "Write the project, such as curl, or paste the address of the change.",
    "ambiguous-project": "Several projects have this name; write the address, such as github.com/curl/curl.",
    "two-projects": "The address and the line name two projects; leave one.",
    "no-kind": "Write what it was: code, review, triage, docs, test or another kind.",
    "too-long": "A line holds 2,000 characters.",
  },
  {
    "no-duration": "Schreiben Sie, wie lange es dauerte, etwa 45m oder 1h30.",
    "impossible-duration": "Ein Tag hat 1 Minute bis 24 Stunden; schreiben Sie 45m, 1h30 oder 1,5 Std.",
    "two-durations": "Hier stehen zwei Dauern; die erste gilt. Lassen Sie eine stehen.",
    "impossible-day": "Diesen Tag hat der Kalender nicht; schreiben Sie gestern, Montag, -3d oder 12.8.2026.",
    "future-day": "Dieser Tag kommt noch; Zeit wird eingetragen, wenn sie gegeben wurde.",
    "two-days": "Hier stehen zwei Tage; der erste gilt. Lassen Sie einen stehen.",
    "no-project": "Schreiben Sie das Projekt, etwa curl, oder fügen Sie die Adresse der Änderung ein.",
    "ambiguous-project": "Mehrere Projekte heißen so; schreiben Sie die Adresse, etwa github.com/curl/curl.",
    "two-projects": "Adresse und Zeile nennen zwei Projekte; lassen Sie eines stehen.",
    "no-kind": "Schreiben Sie, was es war: Code, Review, Triage, Doku, Test oder eine andere Art.",
    "too-long": "Eine Zeile fasst 2.000 Zeichen.",
  },
);

const weekdays = texts(
  ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
);

/** `Wed`, of a day `2026-11-18`. */
function weekday(day: string): string {
  return weekdays()[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}

/** `Wed 18`, in German `Mi 18.`, in a week whose month is said elsewhere. */
export function dayOfWeek(day: string): string {
  return `${weekday(day)} ${numberedDay()(Number(day.slice(8)))}`;
}

const numberedDay = texts(
  (day: number) => String(day),
  (day: number) => `${day}.`,
);

/** `Wed 18 Nov`, of a year that is passed with it `Wed 18 Nov 2025`. */
export function dayInWords(day: string, today: string): string {
  return `${weekday(day)} ${dayName(day, Number(today.slice(0, 4)))}`;
}

/** `16 to 22 Nov`, over the end of a month `30 Nov to 6 Dec`. */
export function weekName(from: string, to: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const first = dayName(from, year);
  const last = dayName(to, year);
  const end = first.slice(first.indexOf(" "));
  return t().week(last.endsWith(end) ? first.slice(0, first.indexOf(" ")) : first, last);
}

export const t = texts(
  {
    title: "Log a contribution",
    lineLabel: "What did you give? Duration, kind, project, day",
    example: "45m review curl#13412 yesterday",
    log: "Log",
    field: { minutes: "duration", kind: "kind", project: "project", day: "day", link: "link" },
    guessed: "guessed",
    withTab: "with Tab",
    fromAddress: "from the address",
    today: "today",
    newHere: "new here, will be added",
    notFound: "no such project here",
    looking: "looking",
    unchecked: "checked when the server is back",
    unused: "in no product of ours",
    inProducts: (products: number) =>
      products === 1 ? "in one product" : `in ${cardinal(products)} products`,
    writeAddress: (name: string) =>
      `No project here is called ${name}. Write its address, such as github.com/${name}/${name}, and it is added.`,
    counts: (name: string, products: number) =>
      products === 1
        ? `${name} is in one of our products.`
        : `${name} is in ${cardinal(products)} of our products.`,
    beyond: (name: string) => `${name} is in none of our products; giving to it counts all the same.`,
    whoSees: "You see this row; others see sums of three people or more.",
    keysHelp: "Tab completes, Enter logs, ↑ and ↓ bring back what you do often.",
    tooMuch: (minutes: number, day: string) =>
      `That makes ${duration(minutes)} on ${day}, and a day has 24 hours. Only you are told.`,
    logged: (parts: readonly string[]) => `Logged ${parts.join(", ")}`,
    kept: (parts: readonly string[]) => `Kept here until the server is back: ${parts.join(", ")}`,
    notLogged: (why: string) => `Nothing was logged. ${why}`,
    undone: "Undone by its writer",
    takenBackBy: "Taken back by its writer",
    thisWeek: "This week",
    week: (from: string, to: string) => `${from} to ${to}`,
    soFar: (total: string) => `${total} so far`,
    inAll: (total: string) => `${total} in all`,
    usual: (total: string) => `usual week ${total}`,
    earlier: "Earlier week",
    later: "Later week",
    toThisWeek: "This week",
    weekSummary: (total: string, days: number) =>
      days === 0
        ? "Nothing is logged in this week."
        : `${total} on ${days === 1 ? "one day" : `${cardinal(days)} days`} of this week.`,
    day: "Day",
    hours: "h:mm",
    kind: "Kind",
    project: "Project",
    what: "What",
    from: "From",
    total: "Week",
    basis: { logged: "logged", imported: "imported", estimated: "estimated" },
    waiting: "waiting to be sent",
    takeBack: (what: string) => `Take back ${what}`,
    tookBack: (what: string) => `Took back ${what}`,
    takenBack: (rows: number) =>
      rows === 1
        ? "One row of this week was taken back; it stays in the ledger."
        : `${count(rows)} rows of this week were taken back; they stay in the ledger.`,
    again: "Again",
    againNote:
      "What you did most often in the last four months. Press its number, change what differs, Enter.",
    times: (rows: number) => (rows === 1 ? "once" : `${count(rows)} times`),
    last: (day: string) => `last ${day}`,
    nothingYet: "Nothing of yours yet",
    nothingYetNote:
      "Write a line as you would tell a colleague. The three parts it needs are how long, what kind and which project.",
    examples: ["45m review curl#13412 yesterday", "1h30 code netty mon", "20m triage libexpat"],
    emptyWeek: "Nothing is logged in this week yet.",
    copyLast: "Copy the week before",
    copyTitle: "Copy the week before",
    copyNote: (week: string) =>
      `The rows of ${week}, each on the same day of this week. Take away what did not happen again.`,
    copyNothing: "The week before has no rows to copy.",
    copyRows: (rows: number, total: string) =>
      rows === 1 ? `Log one row, ${total}` : `Log ${cardinal(rows)} rows, ${total}`,
    stillToCome: "still to come",
    copied: (rows: number, total: string) =>
      rows === 1 ? `Logged one row, ${total}` : `Logged ${cardinal(rows)} rows, ${total}`,
    copyRefused: (rows: number) => `${count(rows)} not logged`,
    take: (what: string) => `Copy ${what}`,
    cancel: "Cancel",
    notRead: "Your week could not be read",
    keys: {
      again: (n: number) => `The ${n}. of what you do often`,
      copy: "Copy the week before",
      line: "To the line",
    },
  },
  {
    title: "Beitrag eintragen",
    lineLabel: "Was haben Sie gegeben? Dauer, Art, Projekt, Tag",
    example: "45m review curl#13412 gestern",
    log: "Eintragen",
    field: { minutes: "Dauer", kind: "Art", project: "Projekt", day: "Tag", link: "Verweis" },
    guessed: "vermutet",
    withTab: "mit Tab",
    fromAddress: "aus der Adresse",
    today: "heute",
    newHere: "neu hier, wird angelegt",
    notFound: "hier nicht bekannt",
    looking: "wird gesucht",
    unchecked: "geprüft, sobald der Server wieder da ist",
    unused: "in keinem unserer Produkte",
    inProducts: (products) => (products === 1 ? "in einem Produkt" : `in ${cardinal(products)} Produkten`),
    writeAddress: (name) =>
      `Kein Projekt hier heißt ${name}. Schreiben Sie seine Adresse, etwa github.com/${name}/${name}, dann wird es angelegt.`,
    counts: (name, products) =>
      products === 1
        ? `${name} steckt in einem unserer Produkte.`
        : `${name} steckt in ${cardinal(products)} unserer Produkte.`,
    beyond: (name) => `${name} steckt in keinem unserer Produkte; die Gabe zählt trotzdem.`,
    whoSees: "Sie sehen diese Zeile; andere sehen Summen ab drei Personen.",
    keysHelp: "Tab ergänzt, Enter trägt ein, ↑ und ↓ holen zurück, was Sie oft tun.",
    tooMuch: (minutes, day) =>
      `Das macht ${duration(minutes)} am ${day}, und ein Tag hat 24 Stunden. Das erfahren nur Sie.`,
    logged: (parts) => `Eingetragen: ${parts.join(", ")}`,
    kept: (parts) => `Hier aufbewahrt, bis der Server wieder da ist: ${parts.join(", ")}`,
    notLogged: (why) => `Nichts wurde eingetragen. ${why}`,
    undone: "Zurückgenommen",
    takenBackBy: "Zurückgenommen",
    thisWeek: "Diese Woche",
    week: (from, to) => `${from} bis ${to}`,
    soFar: (total) => `bisher ${total}`,
    inAll: (total) => `zusammen ${total}`,
    usual: (total) => `übliche Woche ${total}`,
    earlier: "Frühere Woche",
    later: "Spätere Woche",
    toThisWeek: "Diese Woche",
    weekSummary: (total, days) =>
      days === 0
        ? "In dieser Woche ist nichts eingetragen."
        : `${total} an ${days === 1 ? "einem Tag" : `${cardinal(days)} Tagen`} dieser Woche.`,
    day: "Tag",
    hours: "h:mm",
    kind: "Art",
    project: "Projekt",
    what: "Was",
    from: "Herkunft",
    total: "Woche",
    basis: { logged: "eingetragen", imported: "übernommen", estimated: "geschätzt" },
    waiting: "wartet auf den Server",
    takeBack: (what) => `${what} zurücknehmen`,
    tookBack: (what) => `${what} zurückgenommen`,
    takenBack: (rows) =>
      rows === 1
        ? "Eine Zeile dieser Woche wurde zurückgenommen; sie bleibt im Buch."
        : `${count(rows)} Zeilen dieser Woche wurden zurückgenommen; sie bleiben im Buch.`,
    again: "Noch einmal",
    againNote:
      "Was Sie in den letzten vier Monaten am häufigsten taten. Ziffer drücken, ändern, was anders ist, Enter.",
    times: (rows) => (rows === 1 ? "einmal" : `${count(rows)}-mal`),
    last: (day) => `zuletzt ${day}`,
    nothingYet: "Noch nichts von Ihnen",
    nothingYetNote:
      "Schreiben Sie eine Zeile, wie Sie es einer Kollegin sagen würden. Nötig sind Dauer, Art und Projekt.",
    examples: ["45m review curl#13412 gestern", "1h30 code netty Montag", "20m triage libexpat"],
    emptyWeek: "In dieser Woche ist noch nichts eingetragen.",
    copyLast: "Vorwoche übernehmen",
    copyTitle: "Vorwoche übernehmen",
    copyNote: (week) =>
      `Die Zeilen vom ${week}, jede am selben Tag dieser Woche. Nehmen Sie weg, was sich nicht wiederholt hat.`,
    copyNothing: "Die Vorwoche hat keine Zeilen.",
    copyRows: (rows, total) =>
      rows === 1 ? `Eine Zeile eintragen, ${total}` : `${count(rows)} Zeilen eintragen, ${total}`,
    stillToCome: "kommt noch",
    copied: (rows, total) =>
      rows === 1 ? `Eine Zeile eingetragen, ${total}` : `${count(rows)} Zeilen eingetragen, ${total}`,
    copyRefused: (rows) => `${count(rows)} nicht eingetragen`,
    take: (what) => `${what} übernehmen`,
    cancel: "Abbrechen",
    notRead: "Ihre Woche konnte nicht gelesen werden",
    keys: {
      again: (n) => `Das ${n}. von dem, was Sie oft tun`,
      copy: "Vorwoche übernehmen",
      line: "Zur Zeile",
    },
  },
);
