import { cardinal, count } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";

export const t = texts(
  {
    report: "Report",
    notRead: "The report could not be read",
    json: "JSON",
    print: "Print",
    printKey: "print the report",
    of: (period: string) => `Open source · ${period}`,
    asOf: (day: string) => `As of ${day}`,
    definition: (version: string) => `definition ${version}`,
    booksOpen: "books open: figures may still change",
    booksSoftClosed: (day: string) => `closed to all but finance since ${day}: figures may still change`,
    booksClosed: (day: string, by: string | null) =>
      by === null ? `books closed ${day}` : `books closed ${day} by ${by}`,
    team: (name: string) => `Team ${name}`,
    ledger: "Where we depend, and what we gave",
    project: "Project",
    usage: "Usage",
    fairShare: "fair share",
    given: "Given",
    givenWord: "given",
    gap: "Gap",
    axis: (end: string, currency: string) => `, 0 to ${end} ${currency}`,
    bars: (fair: string, given: string) => `Fair share ${fair}, given ${given}`,
    others: (n: number) => (n === 1 ? "1 other named" : `${count(n)} others named`),
    tail: (n: number) => `Long tail, ${count(n)}`,
    all: "All projects",
    nothingUsed: "Nothing is imported for this period, so it is not known whom we stand on.",
    toImports: "Import an inventory",
    decision: "The decision",
    give: (amount: string, projects: number) =>
      projects === 1
        ? `Give ${amount} to the one project that has a gap.`
        : `Give ${amount} to ${count(projects)} projects, to each its gap.`,
    coverageGoes: (from: string, to: string) => `coverage of usage goes from ${from} to ${to}`,
    behindGoes: (from: string, to: string) => `months behind from ${from} to ${to}`,
    decisionBasis: (all: string, tail: string | null) =>
      tail === null
        ? `The largest come first in the ledger. All gaps together are ${all}.`
        : `The largest come first in the ledger. Of all gaps, ${all}, the long tail has ${tail}; only funds of whole ecosystems reach it.`,
    toFund: "Plan it as a round",
    noTarget: "Set a target.",
    noTargetWhy: "Without one nobody can say what is missing, and to whom.",
    setTarget: "Set the target",
    companyOnly: "The company gives money, not a team: the report of all units says what is asked.",
    onlySmall: "No single gift is asked.",
    noGap: "Nothing is asked.",
    noGapWhy: "Every project that we stand on received its fair share or more in this period.",
    nothingAsked: "Nothing can be asked yet.",
    nothingAskedWhy: "Once inventories are imported, the largest gaps stand here.",
    ledgers: "Two ledgers",
    cashToProjects: "Cash to projects",
    cashPooled: "Cash, pooled memberships",
    cash: "Cash ledger",
    inKind: "In kind",
    time: { logged: "logged", imported: "imported", estimated: "estimated" },
    timeLine: "Time, ",
    hours: (hours: string, basis: string) => `${hours} h ${basis}`,
    total: (currency: string) => `Total give-back, ${currency}`,
    perDeveloper: (amount: string) =>
      `Per developer in cash: ${amount} in this period; the Pledge asks USD 2,000 a year.`,
    noDevelopers: "How many developers there are is not known, so nothing can be said per developer.",
    neverSummed: "The ledgers are never added silently.",
    withoutRate: (rows: number) =>
      rows === 1
        ? "1 row without a rate is in no amount."
        : `${count(rows)} rows without a rate are in no amount.`,
    exposure: "Exposure",
    inProducts: (n: number, all: number) =>
      all === 1
        ? " is in our one product"
        : n === all && all === 2
          ? " is in both products"
          : n === all
            ? ` is in all ${cardinal(all)} products`
            : ` is in ${count(n)} of ${count(all)} products`,
    gotNothing: " and got nothing.",
    price: (gap: string) => ` Its fair share is ${gap}.`,
    noWay: " No way to pay it is in our files.",
    ways: (n: number) =>
      n === 1
        ? " One way to pay it is in our files."
        : ` ${capital(cardinal(n))} ways to pay it are in our files.`,
    noExposure: "Everything that is in our products was given something.",
    noProducts: "No product is known yet.",
    opens: (address: string) => `Every figure opens to its rows: ${address}`,
    teamNote:
      "Usage is that of the team’s products, give-back the time of its people; money is the company’s and left out.",
    usageFollows: "What was given stands; usage still follows the mapping of packages to projects.",
  },
  {
    report: "Bericht",
    notRead: "Der Bericht konnte nicht gelesen werden",
    json: "JSON",
    print: "Drucken",
    printKey: "den Bericht drucken",
    of: (period) => `Open Source · ${period}`,
    asOf: (day) => `Stand ${day}`,
    definition: (version) => `Definition ${version}`,
    booksOpen: "Bücher offen: Zahlen können sich noch ändern",
    booksSoftClosed: (day) =>
      `seit ${day} nur noch für die Finanzabteilung offen: Zahlen können sich noch ändern`,
    booksClosed: (day, by) =>
      by === null ? `Bücher geschlossen am ${day}` : `Bücher geschlossen am ${day} von ${by}`,
    team: (name) => `Team ${name}`,
    ledger: "Worauf wir stehen, und was wir gaben",
    project: "Projekt",
    usage: "Nutzung",
    fairShare: "fairer Anteil",
    given: "Gegeben",
    givenWord: "gegeben",
    gap: "Lücke",
    axis: (end, currency) => `, 0 bis ${end} ${currency}`,
    bars: (fair, given) => `Fairer Anteil ${fair}, gegeben ${given}`,
    others: (n) => (n === 1 ? "1 weiteres, benannt" : `${count(n)} weitere, benannt`),
    tail: (n) => `Langer Rest, ${count(n)}`,
    all: "Alle Projekte",
    nothingUsed: "Für diesen Zeitraum ist nichts eingelesen; darum ist nicht bekannt, auf wem wir stehen.",
    toImports: "Einen Bestand einlesen",
    decision: "Die Entscheidung",
    give: (amount, projects) =>
      projects === 1
        ? `${amount} an das eine Projekt mit einer Lücke geben.`
        : `${amount} an ${count(projects)} Projekte geben, jedem seine Lücke.`,
    coverageGoes: (from, to) => `die Abdeckung der Nutzung geht von ${from} auf ${to}`,
    behindGoes: (from, to) => `der Rückstand in Monaten von ${from} auf ${to}`,
    decisionBasis: (all, tail) =>
      tail === null
        ? `Die größten stehen in der Aufstellung oben. Alle Lücken zusammen sind ${all}.`
        : `Die größten stehen in der Aufstellung oben. Von allen Lücken, ${all}, hat der lange Rest ${tail}; ihn erreichen nur Fonds ganzer Ökosysteme.`,
    toFund: "Als Runde planen",
    noTarget: "Ein Ziel festlegen.",
    noTargetWhy: "Ohne Ziel kann niemand sagen, was fehlt und wem.",
    setTarget: "Ziel festlegen",
    companyOnly:
      "Geld gibt die Firma, nicht ein Team: Was zu entscheiden ist, sagt der Bericht über alle Einheiten.",
    onlySmall: "Keine einzelne Gabe ist zu entscheiden.",
    noGap: "Es ist nichts zu entscheiden.",
    noGapWhy: "Jedes Projekt, auf dem wir stehen, erhielt in diesem Zeitraum seinen fairen Anteil oder mehr.",
    nothingAsked: "Noch ist nichts zu entscheiden.",
    nothingAskedWhy: "Sobald Bestände eingelesen sind, stehen hier die größten Lücken.",
    ledgers: "Zwei Rechnungen",
    cashToProjects: "Geld an Projekte",
    cashPooled: "Geld, Mitgliedschaften",
    cash: "Geld zusammen",
    inKind: "Sachleistungen",
    time: { logged: "erfasst", imported: "eingelesen", estimated: "geschätzt" },
    timeLine: "Zeit, ",
    hours: (hours, basis) => `${hours} h ${basis}`,
    total: (currency) => `Gegeben zusammen, ${currency}`,
    perDeveloper: (amount) =>
      `Geld je Entwickler: ${amount} in diesem Zeitraum; der Pledge verlangt USD 2.000 im Jahr.`,
    noDevelopers: "Wie viele Entwickler es gibt, ist nicht bekannt; darum steht hier nichts je Entwickler.",
    neverSummed: "Die Rechnungen werden nie stillschweigend addiert.",
    withoutRate: (rows) =>
      rows === 1
        ? "1 Zeile ohne Satz steht in keinem Betrag."
        : `${count(rows)} Zeilen ohne Satz stehen in keinem Betrag.`,
    exposure: "Wo wir ausgesetzt sind",
    inProducts: (n, all) =>
      all === 1
        ? " steckt in unserem einen Produkt"
        : n === all && all === 2
          ? " steckt in beiden Produkten"
          : n === all
            ? ` steckt in allen ${cardinal(all)} Produkten`
            : ` steckt in ${count(n)} von ${count(all)} Produkten`,
    gotNothing: " und bekam nichts.",
    price: (gap) => ` Der faire Anteil ist ${gap}.`,
    noWay: " In unseren Dateien steht kein Weg, dafür zu zahlen.",
    ways: (n) =>
      n === 1
        ? " In unseren Dateien steht ein Weg, dafür zu zahlen."
        : ` In unseren Dateien stehen ${cardinal(n)} Wege, dafür zu zahlen.`,
    noExposure: "Alles, was in unseren Produkten steckt, bekam etwas.",
    noProducts: "Noch ist kein Produkt bekannt.",
    opens: (address) => `Jede Zahl öffnet sich zu ihren Zeilen: ${address}`,
    teamNote:
      "Die Nutzung ist die der Produkte des Teams, gegeben ist die Zeit seiner Leute; Geld gibt die Firma, es fehlt hier.",
    usageFollows: "Das Gegebene steht fest; die Nutzung folgt weiter der Zuordnung von Paketen zu Projekten.",
  },
);

/** The paragraph below the verdict, sentence by sentence. */
export const ledeWords = texts(
  {
    runs: (who: string, projects: number) =>
      projects === 1
        ? `${who} runs on one open source project.`
        : `${who} runs on ${count(projects)} open source projects.`,
    runsOnNothing: (who: string) => `It is not known yet what ${who} runs on.`,
    gave: (from: string, to: string, total: string) => `From ${from} to ${to} we gave ${total}`,
    gaveNothing: (from: string, to: string) => `From ${from} to ${to} we gave nothing.`,
    parts: (cash: string, hours: string) =>
      `, of which ${cash} in cash and ${hours} hours of our engineers’ time.`,
    hoursOnly: (hours: string) => `, all of it ${hours} hours of our engineers’ time.`,
    cashOnly: ", all of it in money or in kind.",
    coverageRose: (points: number) => `Coverage rose by ${pointsOf(points)} in a year`,
    coverageFell: (points: number) => `Coverage fell by ${pointsOf(points)} in a year`,
    coverageSame: "Coverage is what it was a year ago",
    behind: (months: string, exact: number) =>
      `we are ${months} ${exact === 1 ? "month" : "months"} behind our own promise.`,
    notBehind: "we are not behind our own promise.",
  },
  {
    runs: (who, projects) =>
      projects === 1
        ? `${who} steht auf einem Open-Source-Projekt.`
        : `${who} steht auf ${count(projects)} Open-Source-Projekten.`,
    runsOnNothing: (who) => `Noch ist nicht bekannt, worauf ${who} steht.`,
    gave: (from, to, total) => `Vom ${from} bis ${to} haben wir ${total} gegeben`,
    gaveNothing: (from, to) => `Vom ${from} bis ${to} haben wir nichts gegeben.`,
    parts: (cash, hours) => `, davon ${cash} in Geld und ${hours} Stunden unserer Entwickler.`,
    hoursOnly: (hours) => `, alles davon ${hours} Stunden unserer Entwickler.`,
    cashOnly: ", alles davon in Geld oder Sachleistungen.",
    coverageRose: (points) => `Die Abdeckung stieg in einem Jahr um ${pointsOf(points)}`,
    coverageFell: (points) => `Die Abdeckung sank in einem Jahr um ${pointsOf(points)}`,
    coverageSame: "Die Abdeckung ist wie vor einem Jahr",
    behind: (months, exact) =>
      `wir sind ${months} ${exact === 1 ? "Monat" : "Monate"} hinter unserem Versprechen.`,
    notBehind: "wir sind nicht hinter unserem Versprechen.",
  },
);

const pointWords = texts(
  (points: number) => (points === 1 ? "one point" : `${cardinal(points)} points`),
  (points) => (points === 1 ? "einen Punkt" : `${cardinal(points)} Punkte`),
);

function pointsOf(points: number): string {
  return pointWords()(points);
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
