/** The long texts of a reason; they are loaded with the first that is opened. */
import type { Why } from "@headwater/contract/ratios";
import { language } from "@headwater/ui/format";
import type { Numbers } from "./texts.ts";

/** As the server words them in English (operations/why/definitions.ts). */
const germanSentences: Numbers = {
  usageShare:
    "An jedem Tag die Punkte jedes Produkts mal dem Teil des Produkts, den das Projekt behält, geteilt durch dieselbe Summe über alle Projekte; davon das Mittel über die Tage, an denen etwas behalten wurde.",
  reach:
    "An jedem Tag die Punkte der Produkte, die das Projekt enthalten, geteilt durch die Punkte aller genutzten Produkte; davon das Mittel über die Tage, an denen ein Produkt genutzt wurde.",
  minutes: "Die Minuten aller Beiträge des Zeitraums, ohne die zurückgenommenen.",
  timeValue:
    "Die Werte aller Beiträge des Zeitraums: je die Minuten zum Stundensatz ihres Tages, gerundet, als die Zeile geschrieben wurde. Zeilen ohne Satz bleiben außen vor und werden daneben gezählt.",
  cash: "Die Werte aller Geldgaben des Zeitraums, je zum Wechselkurs ihres Tages, soweit sie Projekten oder dem Rest zugeordnet sind. Allgemein Gegebenes steht daneben.",
  inKind:
    "Die Werte aller Sachleistungen des Zeitraums, je zum Wechselkurs ihres Tages, soweit sie Projekten oder dem Rest zugeordnet sind. Allgemein Gegebenes steht daneben.",
  giveBack:
    "Der Wert von Zeit, Geld und Sachleistungen des Zeitraums; für die Firma mit dem allgemein Gegebenen, für ein Projekt mit den Teilen von Spenden, die ihm zugeordnet sind.",
  giveBackShare:
    "Was das Projekt bekam, geteilt durch das, was alle Projekte und der Rest bekamen. Eine Summe unter null zählt als null, allgemein Gegebenes gehört nicht dazu.",
  ratio:
    "Der Anteil des Projekts an allem Gegebenen, geteilt durch seinen Anteil an aller Nutzung: Über 1 bekommt es mehr als seinen Teil, darunter weniger.",
  fairShare:
    "Das Ziel, über alle Projekte nach ihrem Anteil an der Nutzung verteilt, in ganzen kleinsten Einheiten nach dem größten Rest, sodass die Teile das Ziel ergeben.",
  fairShareMet: "Was das Projekt bekam, geteilt durch seinen fairen Anteil am Ziel.",
  gap: "Der faire Anteil weniger dem Gegebenen, und nichts, wo mehr gegeben wurde. Für die Firma die Summe über alle Projekte, wobei die mit einem fairen Anteil unter der kleinsten sinnvollen Gabe als eine Zeile zählen, der Rest.",
  target:
    "Für jeden Tag des Zeitraums das Ziel seines Geschäftsjahres, geteilt durch die Tage des Jahres, summiert und einmal gerundet.",
  pooled:
    "Die Werte von Spenden, die kein einzelnes Projekt bekommt, etwa allgemeine Mitgliedschaften in Stiftungen. Sie zählen nur für die Firma.",
  giveBackOfTarget:
    "Alles Gegebene des Zeitraums mit dem allgemein Gegebenen, geteilt durch das Ziel des Zeitraums.",
  coverage:
    "Die Summe der Nutzungsanteile der Projekte, die eine Stunde Arbeit bekamen oder wenigstens ihren fairen Anteil oder die kleinste sinnvolle Gabe, was immer weniger ist. Der Rest zählt mit dem Teil seines fairen Anteils, der erfüllt ist.",
  alignment:
    "Für jedes Projekt der kleinere von seinem Anteil am Gegebenen und seinem Anteil an der Nutzung, summiert; der Rest zählt als eine Zeile.",
  monthsBehind:
    "Die Lücke der Firma, geteilt durch das Ziel eines Monats des Zeitraums; ein Monat hat 30,4375 Tage, ein volles Jahr zwölf.",
  hhi: "Die Quadrate der Anteile der Projekte am Gegebenen, summiert: 1, wenn alles an ein Projekt geht. Geld an den Rest als Ganzes fügt kein Quadrat hinzu.",
  gini: "Wie ungleich das Gegebene über die Projekte außerhalb des Rests verteilt ist, auch die ohne Gabe: 0, wenn alle gleich viel bekommen, gegen 1, wenn eines alles bekommt.",
  top5: "Die Anteile der fünf Projekte, die am meisten bekamen, summiert.",
  pledge:
    "Geld, das für den Open Source Pledge zählt, geteilt durch die mittlere Zahl der Vollzeit-Entwickler über die Monate des Zeitraums.",
};

/** As the server words them in English (operations/why/inputs.ts). */
const germanInputs: Readonly<Record<string, string>> = {
  "first day of the period": "erster Tag des Zeitraums",
  "day after the period": "Tag nach dem Zeitraum",
  "usage share of the project": "Nutzungsanteil des Projekts",
  products: "Produkte",
  "days on which a product was in use": "Tage, an denen ein Produkt genutzt wurde",
  "usage that stands on a first snapshot counted backwards":
    "Nutzung, die auf einer zurückgerechneten ersten Aufnahme ruht",
  "projects that the company controls, left out": "Projekte der Firma selbst, ausgelassen",
  "minutes of the project": "Zeit für das Projekt",
  "give-back of the project": "dem Projekt gegeben",
  "give-back of all projects and the tail": "allen Projekten und dem Rest gegeben",
  pooled: "allgemein gegeben",
  "target of the period": "Ziel des Zeitraums",
  "fair share of the project": "fairer Anteil des Projekts",
  "smallest sensible gift": "kleinste sinnvolle Gabe",
  "projects in the tail": "Projekte im Rest",
  "eligible cash": "anrechenbares Geld",
  "mean number of developers": "mittlere Zahl der Entwickler",
};

/** How the figure comes about, in the language of the reader. */
export function sentenceOf({ number, formula }: Why): string {
  return language() === "de" ? germanSentences[number] : formula;
}

/** An input that has no German words yet keeps those of the server. */
export function inputName(name: string): string {
  return language() === "de" ? (germanInputs[name] ?? name) : name;
}
