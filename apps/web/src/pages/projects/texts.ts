import { cardinal, count, percent } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";
import type { SortKey } from "./search.ts";

interface Held {
  readonly contained: number;
  readonly all: number;
  readonly unknown: number;
}

export const t = texts(
  {
    title: "Projects",
    used: (n: number) => `${count(n)} used`,
    received: (n: number) => `${count(n)} received something`,
    beyond: (n: number) => `${count(n)} beyond our inventory`,
    shownOf: (shown: number, all: number) => `${count(shown)} of ${count(all)} shown`,
    readingRest: "reading the rest",
    importFiles: "Import files",
    notRead: "The projects could not be read",
    staleSince: (time: string) => `These figures are those of ${time}.`,
    tryAgain: "Try again",
    nothingTitle: "Nothing is imported yet",
    nothingLede: "Give Headwater one lockfile or SBOM, and see in a minute whom you stand on.",
    filter: "Filter",
    filterLabel: "Filter projects by name",
    noMatch: "No project matches this filter",
    hiddenBy: (rows: number) => `${count(rows)} are hidden by `,
    nameIs: (name: string) => `name ${name}`,
    clearFilter: "Clear the filter",
    take: "What we take",
    give: "What we give",
    difference: "The difference",
    project: "Project",
    reach: "Reach",
    usage: "Usage",
    time: "Time",
    timeUnit: "h:mm",
    cash: "Cash",
    given: "Given",
    gap: "Gap",
    ratio: "Ratio",
    ratioUnit: "give ÷ use",
    fairShare: "Fair share",
    keyFairShare: "fair share",
    keyGiven: "given",
    axis: (end: string, currency: string) => `0 to ${end} ${currency}`,
    longTail: "Long tail",
    showEach: "show each",
    fairShareOf: (share: string) => `fair share ${share}`,
    projects: (n: number) => `${count(n)} ${n === 1 ? "project" : "projects"}`,
    projectsOf: (shown: number, all: number) => `${count(shown)} of ${count(all)} projects`,
    provisional: "provisional",
    withoutRate: (rows: number) =>
      rows === 1 ? "1 row without a rate" : `${count(rows)} rows without a rate`,
    ratioUnknown: "ratio unknown",
    beyondShare: "given beyond our inventory",
    barsLabel: (share: string, given: string) => `Fair share ${share}, given ${given}`,
    rankedBy: (column: string) => `ranked by ${column}`,
    filters: {
      over: "usage over",
      tier: "tier",
      owner: "team",
      giving: "given",
      provisional: "mapping",
      tail: "long tail",
    },
    overValue: (over: number) => percent(over / 100, over < 0.1 ? 2 : over < 1 ? 1 : 0),
    tierValue: (tier: number) => (tier === 1 ? "1" : `1 to ${tier}`),
    givingStates: { nothing: "nothing", something: "something", enough: "our share or more" },
    onlyProvisional: "provisional only",
    withoutProvisional: "confirmed only",
    eachShown: "each shown",
    addFilter: "Filter",
    group: "Group",
    noGroup: "not grouped",
    byEcosystem: "by ecosystem",
    byOwner: "by owner",
    severalEcosystems: "Several ecosystems",
    beyondGroup: "Beyond our inventory",
    severalOwners: "Several teams",
    noOwner: "No team",
    views: "Views",
    saveView: "Save this view…",
    saveViewTitle: "Save this view",
    viewName: "Name",
    viewNameHelp: "Only you see it. To share what you see, send its address.",
    viewSaved: (name: string) => `View ${name} saved`,
    viewRemoved: (name: string) => `View ${name} removed`,
    removeView: (name: string) => `Remove ${name}`,
    save: "Save",
    cancel: "Cancel",
    asCsv: "CSV",
    asXlsx: "XLSX",
    inProducts: "In products",
    heldBy: ({ contained, all, unknown }: Held) =>
      `In ${cardinal(contained)} of ${cardinal(all)} products${unknown > 0 ? `; ${cardinal(unknown)} cannot say` : ""}`,
    trend: "Trend",
    ofUsage: "of usage",
    trendLabel: (from: string, to: string) => `Usage from ${from} to ${to} per cent`,
    bars: "Fair share and given",
    givenBy: "Given by",
    month: "month",
    givenIn: (some: string, all: string, most: string) =>
      `Given in ${some} of ${all} months, most in ${most}`,
    givenInNone: "Given in no month",
    waysToPay: "Ways to pay",
    noneFound: "none found",
    ways: (n: number) => `${count(n)} ways`,
    custom: "donation page",
    ecosystem: "Ecosystem",
    owner: "Owner",
    mapping: "Mapping",
    confirmed: "confirmed",
    ticksNote: "Three dots mark a product whose inventory cannot say.",
    estimatedNote: "Italic on hatch is estimated.",
    peek: "Look beside the table",
    peekOf: (name: string) => `${name}, beside the table`,
    open: "Open",
    close: "Close",
    where: "Where",
    tier: (tier: number) => `tier ${tier}`,
    more: (n: number) => `${count(n)} more`,
    notFoundIn: (n: number) =>
      n === 1 ? "Not found in one product." : `Not found in ${cardinal(n)} products.`,
    waysSeen: (n: number) =>
      n === 1 ? "One way, seen in our files." : `${count(n)} ways, seen in our files.`,
    noWays: "Our files name none. That says nothing of what there is.",
    logTime: "Log time",
    giveMoney: "Give money",
    whyKey: "Why this figure",
    searchKey: "Filter",
    nothingBy: "these filters",
  },
  {
    title: "Projekte",
    used: (n) => `${count(n)} genutzt`,
    received: (n) => `${count(n)} haben etwas erhalten`,
    beyond: (n) => `${count(n)} außerhalb unseres Bestands`,
    shownOf: (shown, all) => `${count(shown)} von ${count(all)} gezeigt`,
    readingRest: "der Rest wird gelesen",
    importFiles: "Dateien einlesen",
    notRead: "Die Projekte konnten nicht gelesen werden",
    staleSince: (time) => `Diese Zahlen sind von ${time} Uhr.`,
    tryAgain: "Noch einmal",
    nothingTitle: "Noch ist nichts eingelesen",
    nothingLede:
      "Geben Sie Headwater ein Lockfile oder SBOM und sehen Sie in einer Minute, auf wem Sie stehen.",
    filter: "Filtern",
    filterLabel: "Projekte nach Namen filtern",
    noMatch: "Kein Projekt passt zu diesem Filter",
    hiddenBy: (rows) => `${count(rows)} verbirgt `,
    nameIs: (name) => `Name ${name}`,
    clearFilter: "Filter aufheben",
    take: "Was wir nehmen",
    give: "Was wir geben",
    difference: "Der Unterschied",
    project: "Projekt",
    reach: "Reichweite",
    usage: "Nutzung",
    time: "Zeit",
    timeUnit: "h:mm",
    cash: "Geld",
    given: "Gegeben",
    gap: "Lücke",
    ratio: "Verhältnis",
    ratioUnit: "geben ÷ nutzen",
    fairShare: "Fairer Anteil",
    keyFairShare: "fairer Anteil",
    keyGiven: "gegeben",
    axis: (end, currency) => `0 bis ${end} ${currency}`,
    longTail: "Die vielen kleinen",
    showEach: "einzeln zeigen",
    fairShareOf: (share) => `fairer Anteil ${share}`,
    projects: (n) => `${count(n)} ${n === 1 ? "Projekt" : "Projekte"}`,
    projectsOf: (shown, all) => `${count(shown)} von ${count(all)} Projekten`,
    provisional: "vorläufig",
    withoutRate: (rows) => (rows === 1 ? "1 Zeile ohne Satz" : `${count(rows)} Zeilen ohne Satz`),
    ratioUnknown: "Verhältnis unbekannt",
    beyondShare: "außerhalb unseres Bestands gegeben",
    barsLabel: (share, given) => `Fairer Anteil ${share}, gegeben ${given}`,
    rankedBy: (column) => `geordnet nach ${column}`,
    filters: {
      over: "Nutzung über",
      tier: "Stufe",
      owner: "Team",
      giving: "gegeben",
      provisional: "Zuordnung",
      tail: "die kleinen",
    },
    overValue: (over) => percent(over / 100, over < 0.1 ? 2 : over < 1 ? 1 : 0),
    tierValue: (tier) => (tier === 1 ? "1" : `1 bis ${tier}`),
    givingStates: { nothing: "nichts", something: "etwas", enough: "unser Anteil oder mehr" },
    onlyProvisional: "nur vorläufige",
    withoutProvisional: "nur bestätigte",
    eachShown: "einzeln gezeigt",
    addFilter: "Filter",
    group: "Gruppen",
    noGroup: "ohne Gruppen",
    byEcosystem: "nach Ökosystem",
    byOwner: "nach Team",
    severalEcosystems: "Mehrere Ökosysteme",
    beyondGroup: "Außerhalb unseres Bestands",
    severalOwners: "Mehrere Teams",
    noOwner: "Kein Team",
    views: "Ansichten",
    saveView: "Diese Ansicht sichern…",
    saveViewTitle: "Diese Ansicht sichern",
    viewName: "Name",
    viewNameHelp: "Nur Sie sehen sie. Wer dasselbe sehen soll, dem schicken Sie die Adresse.",
    viewSaved: (name) => `Ansicht ${name} gesichert`,
    viewRemoved: (name) => `Ansicht ${name} entfernt`,
    removeView: (name) => `${name} entfernen`,
    save: "Sichern",
    cancel: "Abbrechen",
    asCsv: "CSV",
    asXlsx: "XLSX",
    inProducts: "In Produkten",
    heldBy: ({ contained, all, unknown }) =>
      `In ${count(contained)} von ${count(all)} Produkten${unknown > 0 ? `; bei ${count(unknown)} ist es unbekannt` : ""}`,
    trend: "Verlauf",
    ofUsage: "der Nutzung",
    trendLabel: (from, to) => `Nutzung von ${from} auf ${to} Prozent`,
    bars: "Fairer Anteil und gegeben",
    givenBy: "Gegeben im",
    month: "Monat",
    givenIn: (some, all, most) => `In ${some} von ${all} Monaten gegeben, am meisten im ${most}`,
    givenInNone: "In keinem Monat gegeben",
    waysToPay: "Wege zu zahlen",
    noneFound: "keiner gefunden",
    ways: (n) => `${count(n)} Wege`,
    custom: "Spendenseite",
    ecosystem: "Ökosystem",
    owner: "Team",
    mapping: "Zuordnung",
    confirmed: "bestätigt",
    ticksNote: "Drei Punkte stehen für ein Produkt, dessen Bestand nichts sagen kann.",
    estimatedNote: "Kursiv auf Schraffur ist geschätzt.",
    peek: "Neben der Tabelle ansehen",
    peekOf: (name) => `${name}, neben der Tabelle`,
    open: "Öffnen",
    close: "Schließen",
    where: "Wo",
    tier: (tier) => `Stufe ${tier}`,
    more: (n) => `${count(n)} weitere`,
    notFoundIn: (n) =>
      n === 1 ? "In einem Produkt nicht gefunden." : `In ${cardinal(n)} Produkten nicht gefunden.`,
    waysSeen: (n) =>
      n === 1 ? "Ein Weg, in unseren Dateien gesehen." : `${count(n)} Wege, in unseren Dateien gesehen.`,
    noWays: "Unsere Dateien nennen keinen. Das sagt nichts darüber, was es gibt.",
    logTime: "Zeit erfassen",
    giveMoney: "Geld geben",
    whyKey: "Warum diese Zahl",
    searchKey: "Filtern",
    nothingBy: "diese Filter",
  },
);

/** What a reader of the table must know and no row shows. */
export const noteWords = texts(
  {
    noTarget: (reason: string) =>
      `Fair share and gap are unknown (${reason}): set what we mean to give in a year to see them.`,
    provisional: (share: string) =>
      `${share} of usage rests on provisional projects: nobody has confirmed yet which project the package belongs to.`,
    withoutRate: (rows: string, n: number) =>
      `${rows} ${n === 1 ? "is" : "are"} unknown in value and in no sum.`,
    pooled: (amount: string) =>
      `Pooled memberships of ${amount} count for the company, belong to no project and are not in this table.`,
    concentration: (share: string, hhi: string, gini: string) =>
      `The five projects that were given most hold ${share} of what we give: concentration (HHI) ${hhi}, inequality (Gini) ${gini}.`,
    pledgeUnknown: (reason: string, bar: string) =>
      `What counts for the Open Source Pledge is unknown per developer (${reason}); its bar is ${bar}.`,
    pledge: (amount: string, bar: string) =>
      `For the Open Source Pledge count ${amount} per developer; its bar is ${bar}.`,
  },
  {
    noTarget: (reason) =>
      `Fairer Anteil und Lücke sind unbekannt (${reason}): Setzen Sie fest, was wir im Jahr geben wollen, um sie zu sehen.`,
    provisional: (share) =>
      `${share} der Nutzung ruhen auf vorläufigen Projekten: Noch hat niemand bestätigt, zu welchem Projekt das Paket gehört.`,
    withoutRate: (rows, n) => `${rows} ${n === 1 ? "ist" : "sind"} im Wert unbekannt und in keiner Summe.`,
    pooled: (amount) =>
      `Allgemeine Mitgliedschaften von ${amount} zählen für die Firma, gehören zu keinem Projekt und stehen nicht in dieser Tabelle.`,
    concentration: (share, hhi, gini) =>
      `Die fünf Projekte, die am meisten bekamen, halten ${share} von dem, was wir geben: Konzentration (HHI) ${hhi}, Ungleichheit (Gini) ${gini}.`,
    pledgeUnknown: (reason, bar) =>
      `Was für den Open Source Pledge zählt, ist je Entwickler unbekannt (${reason}); seine Latte liegt bei ${bar}.`,
    pledge: (amount, bar) =>
      `Für den Open Source Pledge zählen ${amount} je Entwickler; seine Latte liegt bei ${bar}.`,
  },
);

/** The five measures of how much of the picture we see. */
export const confidenceWords = texts(
  {
    seenProducts: "Products seen in 30 days",
    confirmedUsage: "Usage on confirmed projects",
    assumedUsage: "Usage seen, not assumed",
    loggedHours: "Hours logged, not estimated",
    linkedPeople: "Engineers linked",
    raise: {
      seenProducts: "Upload the inventories of the products not seen for 30 days, or retire them.",
      confirmedUsage: "Say which projects the largest unconfirmed packages belong to.",
      assumedUsage: "Upload older inventories, or say since when each product is in use.",
      loggedHours: "Ask the people behind imported and estimated hours to confirm them.",
      linkedPeople: "Ask engineers to link the account under which they contribute.",
    },
  },
  {
    seenProducts: "Produkte in 30 Tagen gesehen",
    confirmedUsage: "Nutzung auf bestätigten Projekten",
    assumedUsage: "Nutzung gesehen, nicht angenommen",
    loggedHours: "Stunden erfasst, nicht geschätzt",
    linkedPeople: "Entwickler verknüpft",
    raise: {
      seenProducts:
        "Laden Sie die Inventare der Produkte hoch, die seit 30 Tagen nicht gesehen wurden, oder stellen Sie sie außer Dienst.",
      confirmedUsage: "Sagen Sie, zu welchen Projekten die größten unbestätigten Pakete gehören.",
      assumedUsage:
        "Laden Sie ältere Inventare hoch, oder sagen Sie, seit wann jedes Produkt in Gebrauch ist.",
      loggedHours: "Bitten Sie, importierte und geschätzte Stunden zu bestätigen.",
      linkedPeople: "Bitten Sie Entwickler, das Konto zu verknüpfen, unter dem sie beitragen.",
    },
  },
);

const ecosystems = texts<Readonly<Record<string, string>>>(
  {
    npm: "JavaScript",
    pypi: "Python",
    maven: "JVM",
    golang: "Go",
    cargo: "Rust",
    gem: "Ruby",
    composer: "PHP",
    nuget: ".NET",
    deb: "System libraries",
    rpm: "System libraries",
    apk: "System libraries",
    githubactions: "GitHub Actions",
    docker: "Container images",
    oci: "Container images",
    generic: "Other files",
  },
  {
    npm: "JavaScript",
    pypi: "Python",
    maven: "JVM",
    golang: "Go",
    cargo: "Rust",
    gem: "Ruby",
    composer: "PHP",
    nuget: ".NET",
    deb: "Systembibliotheken",
    rpm: "Systembibliotheken",
    apk: "Systembibliotheken",
    githubactions: "GitHub Actions",
    docker: "Container-Images",
    oci: "Container-Images",
    generic: "Andere Dateien",
  },
);

/** A purl type as people call what it stands for; one without a name keeps its own. */
export function ecosystemName(type: string): string {
  return ecosystems()[type] ?? type;
}

const platforms: Readonly<Record<string, string>> = {
  "github-sponsors": "GitHub Sponsors",
  "open-collective": "Open Collective",
  patreon: "Patreon",
  "ko-fi": "Ko-fi",
  tidelift: "Tidelift",
  "community-bridge": "LFX Crowdfunding",
  liberapay: "Liberapay",
  issuehunt: "IssueHunt",
  polar: "Polar",
  "buy-me-a-coffee": "Buy Me a Coffee",
  "thanks-dev": "thanks.dev",
  paypal: "PayPal",
  otechie: "Otechie",
};

/** Where one pays, by the name that the place has in every language. */
export function platformName(platform: string): string {
  return platforms[platform] ?? t().custom;
}

/** One way by its name, several by their number. */
export function channelWords(channels: readonly { readonly platform: string }[]): string {
  const [only, ...others] = channels;
  return only !== undefined && others.length === 0 ? platformName(only.platform) : t().ways(channels.length);
}

/** The column by which the table is ranked, as a sentence says it. */
export function sortName(key: SortKey): string {
  return {
    name: t().project,
    reach: t().reach,
    usage: t().usage,
    time: t().time,
    cash: t().cash,
    given: t().given,
    gap: t().gap,
    ratio: t().ratio,
    channels: t().waysToPay,
  }[key].toLowerCase();
}
