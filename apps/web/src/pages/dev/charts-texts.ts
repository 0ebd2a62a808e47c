import { monthName, percent } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";

/** What the examples of charts say. */
export const t = texts(
  {
    title: "Charts",
    behind: { table: "table", chart: "chart", unknown: "unknown" },
    paired: {
      title: "Five largest gaps",
      aside: "USD, twelve months",
      label: "Fair share against what was given to five projects; openssl misses most, curl got more.",
      summary: "Three of the five are a quarter of what we use and 32\u202f% of the gap.",
      note: "Fair share is the yearly target times a project’s share of our usage.",
      words: { fair: "fair share", given: "given", gap: "gap", unknown: "unknown" },
      ofUsage: (share: number) => `${percent(share, 1)} of usage`,
      reading: "Read the projects",
      read: (name: string, fair: string, given: string, gap: string) =>
        `${name}: fair share USD ${fair}, given ${given}, gap ${gap}`,
      columns: { name: "Project", fair: "Fair share", given: "Given", gap: "Gap" },
    },
    months: {
      title: "Usage against give-back",
      label: "Usage rose from 0.62 to 1.1 per cent in 24 months; give-back was recorded in three of them.",
      summary:
        "Usage nearly doubled in two years as more images were inventoried; give-back was recorded in three months of 24.",
      words: {
        usage: "Usage share, %",
        given: "Given, USD a month",
        before: "the year before",
        now: "this period",
      },
      fairShare: "fair share, 176 a month",
      event: "Warehouse edge: first SBOM",
      triage: "1:30 triage, estimated",
      reading: "Read the months",
      read: (month: string, usage: string, given: string) =>
        `${monthName(month)}: usage ${usage}, given ${given}`,
      columns: { month: "Month", usage: "Usage", given: "Given" },
    },
    cells: {
      title: "In cells and beside figures",
      trend: "Trend over 12 months, from 34 % to 42 %",
      broken: "Trend over 12 months, from 9.2 to 8.0, two months unknown",
      ticks: "In four of eight products; two cannot say",
      manyTicks: "In 12 of 24 products; two cannot say",
      given: "Given in seven of twelve months, one unknown",
      bars: "Fair share 11,712, given 4,235",
      zero: "Fair share 9,408, given 0",
      unknown: "Fair share unknown, given 0",
      names: {
        sparkline: "Sparkline",
        ticks: "Product ticks",
        months: "Given by month",
        bars: "Paired bars, small",
      },
    },
  },
  {
    title: "Diagramme",
    behind: { table: "Tabelle", chart: "Diagramm", unknown: "unbekannt" },
    paired: {
      title: "Die fünf größten Lücken",
      aside: "USD, zwölf Monate",
      label: "Fairer Anteil gegen Gegebenes bei fünf Projekten; openssl fehlt am meisten, curl bekam mehr.",
      summary: "Drei der fünf sind ein Viertel dessen, was wir nutzen, und 32\u202f% der Lücke.",
      note: "Der faire Anteil ist das Jahresziel mal dem Anteil eines Projekts an unserer Nutzung.",
      words: { fair: "fairer Anteil", given: "gegeben", gap: "Lücke", unknown: "unbekannt" },
      ofUsage: (share) => `${percent(share, 1)} der Nutzung`,
      reading: "Projekte ablesen",
      read: (name, fair, given, gap) => `${name}: fairer Anteil ${fair} USD, gegeben ${given}, Lücke ${gap}`,
      columns: { name: "Projekt", fair: "Fairer Anteil", given: "Gegeben", gap: "Lücke" },
    },
    months: {
      title: "Nutzung und Beitrag",
      label: "Die Nutzung stieg in 24 Monaten von 0,62 auf 1,1 Prozent; in drei Monaten wurde gegeben.",
      summary:
        "Die Nutzung verdoppelte sich in zwei Jahren fast, weil mehr Images erfasst wurden; gegeben wurde in drei von 24 Monaten.",
      words: {
        usage: "Anteil an der Nutzung, %",
        given: "Gegeben, USD im Monat",
        before: "das Jahr davor",
        now: "dieser Zeitraum",
      },
      fairShare: "fairer Anteil, 176 im Monat",
      event: "Warehouse edge: erste SBOM",
      triage: "1:30 Triage, geschätzt",
      reading: "Monate ablesen",
      read: (month, usage, given) => `${monthName(month)}: Nutzung ${usage}, gegeben ${given}`,
      columns: { month: "Monat", usage: "Nutzung", given: "Gegeben" },
    },
    cells: {
      title: "In Zellen und neben Zahlen",
      trend: "Verlauf über 12 Monate, von 34 % auf 42 %",
      broken: "Verlauf über 12 Monate, von 9,2 auf 8,0, zwei Monate unbekannt",
      ticks: "In vier von acht Produkten; zwei können es nicht sagen",
      manyTicks: "In 12 von 24 Produkten; zwei können es nicht sagen",
      given: "In sieben von zwölf Monaten gegeben, einer unbekannt",
      bars: "Fairer Anteil 11.712, gegeben 4.235",
      zero: "Fairer Anteil 9.408, gegeben 0",
      unknown: "Fairer Anteil unbekannt, gegeben 0",
      names: {
        sparkline: "Verlauf",
        ticks: "Produktstriche",
        months: "Gegeben nach Monaten",
        bars: "Balkenpaare, klein",
      },
    },
  },
);
