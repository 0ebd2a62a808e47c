import { cardinal, count } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";

export const t = texts(
  {
    notRead: "The figures could not be read",
    staleSince: (time: string) => `These figures are those of ${time}.`,
    tryAgain: "Try again",
    nothingTitle: "Nothing is imported yet",
    nothingLede: "Give Headwater one lockfile or SBOM, and see in a minute whom you stand on.",
    nothingElse: "Nobody has imported an inventory yet. A lead or the program office can, under Imports.",
    needsYou: "Needs you",
    nothingNeeded: "Nothing needs you now.",
    showAll: (n: number) => `show all ${count(n)}`,
    showFewer: "show fewer",
    gaps: (n: number) => (n === 1 ? "The largest gap" : `${capital(cardinal(n))} largest gaps`),
    gapsOf: (currency: string) => `${currency}, the chosen period`,
    gapsOverTwelve: (currency: string) => `${currency}, twelve months`,
    allProjects: (n: number) => `all ${count(n)} projects`,
    table: "table",
    chart: "chart",
    unknown: "unknown",
    fair: "fair share",
    given: "given",
    gap: "gap",
    project: "Project",
    ofUsage: (share: string) => `${share} of usage`,
    usage: "Usage",
    gapsLabel: (first: string, gap: string, n: number) =>
      `Fair share against given of ${count(n)} projects, the largest gap is ${first} with ${gap}`,
    gapsSummary: (n: number, usage: string, gap: string) =>
      n === 1
        ? `It is ${usage} of what we use and ${gap} of the gap.`
        : `These ${cardinal(n)} are ${usage} of what we use and ${gap} of the gap.`,
    gapsUsage: (n: number, usage: string) =>
      n === 1 ? `It is ${usage} of what we use.` : `These ${cardinal(n)} are ${usage} of what we use.`,
    gapsNote: "Fair share is the target times a project’s share of our usage.",
    readGaps: "Read the projects",
    gapRead: (name: string, fair: string, given: string, gap: string) =>
      `${name}: fair share ${fair}, given ${given}, gap ${gap}`,
    waysToPay: (n: number) => (n === 1 ? "1 way to pay" : `${count(n)} ways to pay`),
    giveTime: "look where to help",
    actionFor: (project: string) => ` for ${project}`,
    noGaps: "No gap is left",
    noGapsSentence: "Every project that we stand on received its fair share or more in this period.",
    noTargetTitle: "Gaps need a target",
    noTargetSentence:
      "Say what the company means to give in a year; from then on every project has a fair share, and a gap to it.",
    setTarget: "Set the target",
    seeProjects: "See the projects",
  },
  {
    notRead: "Die Zahlen konnten nicht gelesen werden",
    staleSince: (time) => `Diese Zahlen sind von ${time} Uhr.`,
    tryAgain: "Noch einmal",
    nothingTitle: "Noch ist nichts eingelesen",
    nothingLede:
      "Geben Sie Headwater ein Lockfile oder SBOM und sehen Sie in einer Minute, auf wem Sie stehen.",
    nothingElse:
      "Noch hat niemand einen Bestand eingelesen. Eine Leitung oder das Programmbüro kann es, unter Einlesen.",
    needsYou: "Braucht Sie",
    nothingNeeded: "Gerade braucht Sie nichts.",
    showAll: (n) => `alle ${count(n)} zeigen`,
    showFewer: "weniger zeigen",
    gaps: (n) => (n === 1 ? "Die größte Lücke" : `Die ${cardinal(n)} größten Lücken`),
    gapsOf: (currency) => `${currency}, gewählter Zeitraum`,
    gapsOverTwelve: (currency) => `${currency}, zwölf Monate`,
    allProjects: (n) => `alle ${count(n)} Projekte`,
    table: "Tabelle",
    chart: "Bild",
    unknown: "unbekannt",
    fair: "fairer Anteil",
    given: "gegeben",
    gap: "Lücke",
    project: "Projekt",
    ofUsage: (share) => `${share} der Nutzung`,
    usage: "Nutzung",
    gapsLabel: (first, gap, n) =>
      `Fairer Anteil und Gegebenes von ${count(n)} Projekten, die größte Lücke hat ${first} mit ${gap}`,
    gapsSummary: (n, usage, gap) =>
      n === 1
        ? `Es macht ${usage} unserer Nutzung und ${gap} der Lücke aus.`
        : `Diese ${cardinal(n)} machen ${usage} unserer Nutzung und ${gap} der Lücke aus.`,
    gapsUsage: (n, usage) =>
      n === 1
        ? `Es macht ${usage} unserer Nutzung aus.`
        : `Diese ${cardinal(n)} machen ${usage} unserer Nutzung aus.`,
    gapsNote: "Der faire Anteil ist das Ziel mal dem Anteil des Projekts an unserer Nutzung.",
    readGaps: "Die Projekte lesen",
    gapRead: (name, fair, given, gap) => `${name}: fairer Anteil ${fair}, gegeben ${given}, Lücke ${gap}`,
    waysToPay: (n) => (n === 1 ? "1 Weg zu zahlen" : `${count(n)} Wege zu zahlen`),
    giveTime: "sehen, wo zu helfen ist",
    actionFor: (project) => ` für ${project}`,
    noGaps: "Keine Lücke ist offen",
    noGapsSentence:
      "Jedes Projekt, auf dem wir stehen, hat in diesem Zeitraum seinen fairen Anteil oder mehr erhalten.",
    noTargetTitle: "Lücken brauchen ein Ziel",
    noTargetSentence:
      "Sagen Sie, was die Firma im Jahr geben will; von da an hat jedes Projekt einen fairen Anteil und eine Lücke dazu.",
    setTarget: "Ziel festlegen",
    seeProjects: "Die Projekte sehen",
  },
);

/** The four key figures with their captions. */
export const figureWords = texts(
  {
    givenOfTarget: "Given, of target",
    given: "Given",
    coverage: "Coverage of usage",
    received: (n: number) => (n === 1 ? "1 project got something" : `${count(n)} projects got something`),
    alignment: "Alignment",
    alignmentCaption: "100 when giving follows use",
    behind: "Behind our promise",
    months: (months: number): string => (months === 1 ? "month" : "months"),
    of: (given: string, target: string) => `${given} of ${target}`,
    gapsOver: "gaps over the target",
    gapsOf: (gaps: string) => `gaps of ${gaps}`,
    was: (figure: string) => `was ${figure}`,
    yearAgo: (figure: string) => `${figure} a year ago`,
    withoutRate: (rows: number) =>
      rows === 1 ? "1 row without a rate" : `${count(rows)} rows without a rate`,
    trend: (name: string, points: number, first: string, last: string) =>
      `${name}: trend over ${count(points)} ends of months, from ${first} to ${last}`,
  },
  {
    givenOfTarget: "Gegeben, vom Ziel",
    given: "Gegeben",
    coverage: "Abdeckung der Nutzung",
    received: (n) => (n === 1 ? "1 Projekt bekam etwas" : `${count(n)} Projekte bekamen etwas`),
    alignment: "Übereinstimmung",
    alignmentCaption: "100, wenn Geben dem Nutzen folgt",
    behind: "Hinter unserem Versprechen",
    months: (months) => (months === 1 ? "Monat" : "Monate"),
    of: (given, target) => `${given} von ${target}`,
    gapsOver: "Lücken gegen das Ziel",
    gapsOf: (gaps) => `Lücken von ${gaps}`,
    was: (figure) => `war ${figure}`,
    yearAgo: (figure) => `${figure} vor einem Jahr`,
    withoutRate: (rows) => (rows === 1 ? "1 Zeile ohne Satz" : `${count(rows)} Zeilen ohne Satz`),
    trend: (name, points, first, last) =>
      `${name}: Verlauf über ${count(points)} Monatsenden, von ${first} bis ${last}`,
  },
);

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
