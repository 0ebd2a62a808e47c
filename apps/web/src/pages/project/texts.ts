import { cardinal, count, duration, money, type Money } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The sentence that says why a project matters (why-it-matters.ts), in its parts. */
export const sentenceWords = texts(
  {
    noProducts: "No product is known yet.",
    carriedByNone: (all: number) =>
      all === 1
        ? "Our one product does not carry it, as far as we can see."
        : `None of our ${cardinal(all)} products carries it, as far as we can see.`,
    carried: (some: number, all: number) => {
      if (all === 1) return "Our one product carries it";
      if (some === all)
        return all === 2 ? "Both of our products carry it" : `All ${cardinal(all)} of our products carry it`;
      return `${capitalised(cardinal(some))} of our ${cardinal(all)} products ${some === 1 ? "carries" : "carry"} it`;
    },
    criticalItself: "a product of tier 1",
    critical: (some: number, all: number) => {
      if (some < all) return `${cardinal(some)} of ${cardinal(all)} tier 1 products among them`;
      if (all === 1) return "our tier 1 product among them";
      return `${all === 2 ? "both" : `all ${cardinal(all)}`} tier 1 products among them`;
    },
    byName: (some: number, all: number) => {
      if (some === 0)
        return all === 1 ? "and it does not ask for it by name" : "and none asks for it by name";
      if (some === all) return all === 1 ? "and asks for it by name" : "and each asks for it by name";
      return `and ${cardinal(some)} ${some === 1 ? "asks" : "ask"} for it by name`;
    },
    together: (parts: readonly string[]) => parts.join(", "),
    cannotSay: (unknown: number) =>
      unknown === 1 ? "One product cannot say." : `${capitalised(cardinal(unknown))} products cannot say.`,
    gave: (minutes: number, cash: Money | null) => {
      const time = minutes > 0 ? `${duration(minutes)} hours` : "";
      return `In this period we gave it ${[time, cash === null ? "" : money(cash)].filter((part) => part !== "").join(" and ")}.`;
    },
    gaveNothing: "In this period we gave it nothing.",
    gaveUnknown: "What we gave it in this period has no known value.",
  },
  {
    noProducts: "Noch ist kein Produkt bekannt.",
    carriedByNone: (all) =>
      all === 1
        ? "Unser einziges Produkt enthält es nicht, soweit wir sehen."
        : `Keines unserer ${cardinal(all)} Produkte enthält es, soweit wir sehen.`,
    carried: (some, all) => {
      if (all === 1) return "Unser einziges Produkt enthält es";
      if (some === all)
        return all === 2 ? "Beide Produkte enthalten es" : `Alle ${cardinal(all)} Produkte enthalten es`;
      return some === 1
        ? `Eines unserer ${cardinal(all)} Produkte enthält es`
        : `${capitalised(cardinal(some))} unserer ${cardinal(all)} Produkte enthalten es`;
    },
    criticalItself: "eines der Stufe 1",
    critical: (some, all) => {
      if (some < all)
        return `darunter ${some === 1 ? "eines" : cardinal(some)} von ${cardinal(all)} der Stufe 1`;
      if (all === 1) return "darunter unser Produkt der Stufe 1";
      return `darunter ${all === 2 ? "beide" : `alle ${cardinal(all)}`} der Stufe 1`;
    },
    byName: (some, all) => {
      if (some === 0)
        return all === 1 ? "und es verlangt nicht selbst danach" : "und keines verlangt selbst danach";
      if (some === all) return all === 1 ? "und verlangt selbst danach" : "und jedes verlangt selbst danach";
      return `und ${some === 1 ? "eines verlangt" : `${cardinal(some)} verlangen`} selbst danach`;
    },
    together: (parts) => parts.join(", "),
    cannotSay: (unknown) =>
      unknown === 1
        ? "Bei einem Produkt ist es unbekannt."
        : `Bei ${cardinal(unknown)} Produkten ist es unbekannt.`,
    gave: (minutes, cash) => {
      const time = minutes > 0 ? `${duration(minutes)} Stunden` : "";
      return `In diesem Zeitraum gaben wir ihm ${[time, cash === null ? "" : money(cash)].filter((part) => part !== "").join(" und ")}.`;
    },
    gaveNothing: "In diesem Zeitraum gaben wir ihm nichts.",
    gaveUnknown: "Was wir ihm in diesem Zeitraum gaben, hat keinen bekannten Wert.",
  },
);

export const t = texts(
  {
    projects: "Projects",
    notRead: "The project could not be read",
    provisional: "provisional: nobody has confirmed yet which project this package belongs to",
    mappedBy: {
      provisional: "nobody has confirmed the mapping",
      stated: "its files state the mapping",
      rule: "mapped by a rule",
      person: "mapping confirmed by a person",
    },
    controlled: "The company controls this project: it is left out of usage and give-back alike.",
    logTime: "Log time",
    giveMoney: "Give money",
    reach: "Reach",
    reachCaption: (some: number, all: number, unknown: number) =>
      `${count(some)} of ${count(all)} products${unknown > 0 ? `, ${count(unknown)} unknown` : ""}`,
    usage: "Usage share",
    rankOf: (rank: number, all: number) => `rank ${count(rank)} of ${count(all)}`,
    given: "Given",
    givenCaption: (time: string, estimated: string) =>
      estimated === "" ? `${time} h of time` : `${time} h, of it ${estimated} estimated`,
    onlyMoney: "no time, only money",
    nothingGiven: "nothing in this period",
    fairShare: "Fair share",
    ofTarget: (share: string) => `${share} of the target`,
    gap: "Gap",
    rankByGap: (rank: number) => `rank ${count(rank)} by gap`,
    noGap: "our share is met",
    tabs: { overview: "Overview", where: "Where used", history: "History", channels: "Channels" },
    tabsLabel: "Views of the project",
    chartTitle: "Usage against give-back",
    usageUnit: "Usage share, %",
    givenUnit: (currency: string) => `Given, ${currency} a month`,
    before: "the time before",
    now: "this period",
    fairShareSaid: (amount: string) => `fair share, ${amount} a month`,
    readMonths: "Read the months",
    monthSaid: (month: string, usage: string, given: string, estimated: boolean) =>
      `${month}: usage ${usage}, given ${given}${estimated ? ", estimated" : ""}`,
    chartSummary: (from: string, to: string, some: number, all: number) =>
      `Usage went from ${from} to ${to}; give-back was recorded in ${cardinal(some)} of ${count(all)} months.`,
    table: "table",
    chart: "chart",
    unknown: "unknown",
    month: "Month",
    estimatedColumn: "Estimated",
    waysTitle: "Ways to pay",
    seen: (day: string) => `seen ${day}`,
    noWays: "Our files name no way to pay this project. That says nothing of what there is.",
    peopleTitle: "People here who know it",
    teamsLogged: (teams: string, others: boolean) =>
      `Logged work: ${teams}${others ? " and people of other teams" : ""}. Single people are not shown.`,
    othersLogged: "People here logged work; of each team fewer than three, so none is named.",
    nobodyLogged: "Nobody here has logged work for it yet.",
    whereTitle: "Where it is used",
    product: "Product",
    tier: "Tier",
    versions: "Versions",
    inForce: "in force",
    earlier: "earlier",
    cannotSay: "cannot say",
    inForceSince: "In force since",
    broughtBy: "Brought by",
    itself: "the product itself",
    owner: "Owner",
    noOwner: "no team",
    notFound: "not found",
    whereUnknown: {
      "no-inventory": "no inventory",
      "stale-inventory": "inventory too old",
      "list-only": "only a list",
    },
    unknownSince: (why: string, days: number) =>
      `unknown: ${why}${days > 0 ? `, ${count(days)} days old` : ""}`,
    earlierVersion: (version: string) => `${version} earlier`,
    moreVersions: (n: number) => `${count(n)} more`,
    truncated: "There are more inventories than one answer reads: some ways in are left out.",
    nowhere: "No product has been uploaded yet.",
    historyTitle: "History of giving",
    day: "Day",
    team: "Team",
    otherTeams: "other teams",
    kind: "Kind",
    time: "time",
    timeColumn: "Time",
    timeUnit: "h:mm",
    value: "Value",
    total: "In this period",
    beforeIn: (month: string) => `before, last in ${month}`,
    afterIn: (month: string) => `after, first in ${month}`,
    nothingEver: "Nothing was given in this period.",
    moreRows: (n: number) => `${count(n)} more rows of money are in the sum.`,
    privacy: "Time stands by month and team; teams of which fewer than three people gave are joined.",
    packagesTitle: "What it is made of",
    package: "Package",
    basis: "How we know",
    since: "Since",
    statedIn: "Stated in",
    morePackages: (n: number) => `${count(n)} more packages`,
    channelsTitle: "Channels",
    channel: "Channel",
    source: "Seen in",
    seenOn: "Seen",
    kinds: {
      sponsorship: "sponsorship",
      donation: "donation",
      membership: "membership",
      bounty: "bounty",
      contract: "contract",
      grant: "grant",
      event: "event",
      "in-kind": "in kind",
      "matched-giving": "matched giving",
    },
  },
  {
    projects: "Projekte",
    notRead: "Das Projekt konnte nicht gelesen werden",
    provisional: "vorläufig: Noch hat niemand bestätigt, zu welchem Projekt dieses Paket gehört",
    mappedBy: {
      provisional: "die Zuordnung hat niemand bestätigt",
      stated: "die Dateien nennen die Zuordnung",
      rule: "durch eine Regel zugeordnet",
      person: "Zuordnung von einer Person bestätigt",
    },
    controlled: "Die Firma lenkt dieses Projekt selbst: Es zählt weder als Nutzung noch als Gabe.",
    logTime: "Zeit erfassen",
    giveMoney: "Geld geben",
    reach: "Reichweite",
    reachCaption: (some, all, unknown) =>
      `${count(some)} von ${count(all)} Produkten${unknown > 0 ? `, ${count(unknown)} unbekannt` : ""}`,
    usage: "Anteil an der Nutzung",
    rankOf: (rank, all) => `Rang ${count(rank)} von ${count(all)}`,
    given: "Gegeben",
    givenCaption: (time, estimated) =>
      estimated === "" ? `${time} h Zeit` : `${time} h, davon ${estimated} geschätzt`,
    onlyMoney: "keine Zeit, nur Geld",
    nothingGiven: "nichts in diesem Zeitraum",
    fairShare: "Fairer Anteil",
    ofTarget: (share) => `${share} des Ziels`,
    gap: "Lücke",
    rankByGap: (rank) => `Rang ${count(rank)} nach Lücke`,
    noGap: "unser Anteil ist erfüllt",
    tabs: { overview: "Überblick", where: "Wo genutzt", history: "Verlauf", channels: "Wege" },
    tabsLabel: "Ansichten des Projekts",
    chartTitle: "Nutzung und Gegebenes",
    usageUnit: "Anteil an der Nutzung, %",
    givenUnit: (currency) => `Gegeben, ${currency} im Monat`,
    before: "die Zeit davor",
    now: "dieser Zeitraum",
    fairShareSaid: (amount) => `fairer Anteil, ${amount} im Monat`,
    readMonths: "Die Monate lesen",
    monthSaid: (month, usage, given, estimated) =>
      `${month}: Nutzung ${usage}, gegeben ${given}${estimated ? ", geschätzt" : ""}`,
    chartSummary: (from, to, some, all) =>
      `Die Nutzung ging von ${from} auf ${to}; gegeben wurde in ${count(some)} von ${count(all)} Monaten.`,
    table: "Tabelle",
    chart: "Bild",
    unknown: "unbekannt",
    month: "Monat",
    estimatedColumn: "Geschätzt",
    waysTitle: "Wege zu zahlen",
    seen: (day) => `gesehen ${day}`,
    noWays:
      "Unsere Dateien nennen keinen Weg, dieses Projekt zu bezahlen. Das sagt nichts darüber, was es gibt.",
    peopleTitle: "Wer es hier kennt",
    teamsLogged: (teams, others) =>
      `Arbeit erfasst: ${teams}${others ? " und Personen anderer Teams" : ""}. Einzelne Personen werden nicht gezeigt.`,
    othersLogged: "Personen hier haben Arbeit erfasst; je Team weniger als drei, darum ist keines genannt.",
    nobodyLogged: "Noch hat hier niemand Arbeit dafür erfasst.",
    whereTitle: "Wo es genutzt wird",
    product: "Produkt",
    tier: "Stufe",
    versions: "Versionen",
    inForce: "in Kraft",
    earlier: "früher",
    cannotSay: "unbekannt",
    inForceSince: "In Kraft seit",
    broughtBy: "Mitgebracht von",
    itself: "vom Produkt selbst",
    owner: "Team",
    noOwner: "kein Team",
    notFound: "nicht gefunden",
    whereUnknown: {
      "no-inventory": "kein Bestand",
      "stale-inventory": "Bestand zu alt",
      "list-only": "nur eine Liste",
    },
    unknownSince: (why, days) => `unbekannt: ${why}${days > 0 ? `, ${count(days)} Tage alt` : ""}`,
    earlierVersion: (version) => `${version} früher`,
    moreVersions: (n) => `${count(n)} weitere`,
    truncated: "Es gibt mehr Bestände, als eine Antwort liest: Einige Wege hinein fehlen.",
    nowhere: "Noch wurde kein Produkt eingelesen.",
    historyTitle: "Was gegeben wurde",
    day: "Tag",
    team: "Team",
    otherTeams: "andere Teams",
    kind: "Art",
    time: "Zeit",
    timeColumn: "Zeit",
    timeUnit: "h:mm",
    value: "Wert",
    total: "In diesem Zeitraum",
    beforeIn: (month) => `davor, zuletzt im ${month}`,
    afterIn: (month) => `danach, zuerst im ${month}`,
    nothingEver: "In diesem Zeitraum wurde nichts gegeben.",
    moreRows: (n) => `${count(n)} weitere Geldzeilen stehen in der Summe.`,
    privacy:
      "Zeit steht nach Monat und Team; Teams, aus denen weniger als drei Personen gaben, sind zusammengefasst.",
    packagesTitle: "Woraus es besteht",
    package: "Paket",
    basis: "Woher wir es wissen",
    since: "Seit",
    statedIn: "Genannt in",
    morePackages: (n) => `${count(n)} weitere Pakete`,
    channelsTitle: "Wege",
    channel: "Weg",
    source: "Gesehen in",
    seenOn: "Gesehen",
    kinds: {
      sponsorship: "Patenschaft",
      donation: "Spende",
      membership: "Mitgliedschaft",
      bounty: "Prämie",
      contract: "Auftrag",
      grant: "Förderung",
      event: "Veranstaltung",
      "in-kind": "Sachleistung",
      "matched-giving": "Verdopplung",
    },
  },
);
