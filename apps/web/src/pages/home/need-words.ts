import type { Need, NeedKind } from "@headwater/contract/needs";
import { count, dayName, percent } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";

/** What is to be done, why in a sentence, and how much it presses. */
interface NeedWords {
  readonly title: string;
  readonly sentence: string;
  readonly when: string;
}

type Say = (need: Need) => NeedWords;

const day = (need: Need) => (need.day === null ? "" : dayName(need.day));
const product = (need: Need) => need.product?.name ?? "";
const share = (need: Need) => (need.usageShare === null ? "" : percent(need.usageShare, 1));

/** One line of the list for each kind, by what the server says of it. */
export const needWords = texts<Readonly<Record<NeedKind, Say>>>(
  {
    "first-file": () => ({
      title: "Drop the first lockfile",
      sentence: "From it follows whom we stand on.",
      when: "to begin",
    }),
    "failed-uploads": (need) => ({
      title:
        need.count === 1
          ? "Look at a file that was refused"
          : `Look at ${count(need.count)} files that were refused`,
      sentence: `The last one came on ${day(need)}${need.product === null ? "" : ` for ${product(need)}`}. Nothing of it was imported.`,
      when: "now",
    }),
    "stale-sources": (need) => ({
      title:
        need.count === 1
          ? `Ask for a new inventory of ${product(need)}`
          : `Ask for ${count(need.count)} new inventories`,
      sentence: `${product(need)} was last seen on ${day(need)}.`,
      when: "overdue",
    }),
    "missing-target": (need) => ({
      title: `Set the target for ${String(need.year)}`,
      sentence: "Without it nobody can say what is a fair share, or a gap.",
      when: "now",
    }),
    "rows-without-rate": (need) => ({
      title: "Add the missing hourly rate",
      sentence: `${rowsEn(need.count)} since ${day(need)} ${need.count === 1 ? "has" : "have"} no value.`,
      when: "this month",
    }),
    "rows-without-exchange-rate": (need) => ({
      title: "Add the missing exchange rate",
      sentence: `${rowsEn(need.count)} since ${day(need)} ${need.count === 1 ? "has" : "have"} no value.`,
      when: "this month",
    }),
    "open-proposals": (need) => ({
      title:
        need.count === 1
          ? "Decide on a proposed project"
          : `Decide on ${count(need.count)} proposed projects`,
      sentence: "Rules of the ecosystems suggest where packages belong.",
      when: "this month",
    }),
    "unresolved-packages": (need) => ({
      title:
        need.count === 1
          ? "Name the project of a package"
          : `Name the projects of ${count(need.count)} packages`,
      sentence: `${share(need)} of usage rests on ${need.count === 1 ? "it" : "them"}.`,
      when: "this month",
    }),
    "unreviewed-products": (need) => ({
      title:
        need.count === 1
          ? `Say how critical ${product(need)} is`
          : `Say how critical ${count(need.count)} products are`,
      sentence: `${need.count === 1 ? "It was" : "They were"} made by an upload, in tier 3.`,
      when: "this month",
    }),
    "missing-headcount": () => ({
      title: "Say how many developers we have",
      sentence: "The Open Source Pledge is counted for each of them.",
      when: "once",
    }),
    "first-contribution": () => ({
      title: "Log the first contribution",
      sentence: "An hour of review counts as much as a payment.",
      when: "to begin",
    }),
    "unlinked-people": (need) => ({
      title: need.count === 1 ? "Link an account" : `Link accounts of ${count(need.count)} people`,
      sentence: "Nobody knows yet under which handle they contribute.",
      when: "sometime",
    }),
    "bootstrap-key": () => ({
      title: "Replace the first API key",
      sentence: "It came from the environment of the first start.",
      when: "soon",
    }),
  },
  {
    "first-file": () => ({
      title: "Das erste Lockfile ablegen",
      sentence: "Aus ihm folgt, auf wem wir stehen.",
      when: "zum Anfang",
    }),
    "failed-uploads": (need) => ({
      title:
        need.count === 1
          ? "Eine abgelehnte Datei ansehen"
          : `${count(need.count)} abgelehnte Dateien ansehen`,
      sentence: `Die letzte kam am ${day(need)}${need.product === null ? "" : ` für ${product(need)}`}. Nichts davon wurde eingelesen.`,
      when: "jetzt",
    }),
    "stale-sources": (need) => ({
      title:
        need.count === 1
          ? `Um einen neuen Bestand von ${product(need)} bitten`
          : `Um ${count(need.count)} neue Bestände bitten`,
      sentence: `${product(need)} wurde zuletzt am ${day(need)} gesehen.`,
      when: "überfällig",
    }),
    "missing-target": (need) => ({
      title: `Das Ziel für ${String(need.year)} festlegen`,
      sentence: "Ohne es kann niemand sagen, was ein fairer Anteil ist und was eine Lücke.",
      when: "jetzt",
    }),
    "rows-without-rate": (need) => ({
      title: "Den fehlenden Stundensatz ergänzen",
      sentence: `${rowsDe(need.count)} seit ${day(need)} ${need.count === 1 ? "hat" : "haben"} keinen Wert.`,
      when: "diesen Monat",
    }),
    "rows-without-exchange-rate": (need) => ({
      title: "Den fehlenden Wechselkurs ergänzen",
      sentence: `${rowsDe(need.count)} seit ${day(need)} ${need.count === 1 ? "hat" : "haben"} keinen Wert.`,
      when: "diesen Monat",
    }),
    "open-proposals": (need) => ({
      title:
        need.count === 1
          ? "Über ein vorgeschlagenes Projekt entscheiden"
          : `Über ${count(need.count)} vorgeschlagene Projekte entscheiden`,
      sentence: "Regeln der Ökosysteme schlagen vor, wohin Pakete gehören.",
      when: "diesen Monat",
    }),
    "unresolved-packages": (need) => ({
      title:
        need.count === 1
          ? "Das Projekt eines Pakets benennen"
          : `Die Projekte von ${count(need.count)} Paketen benennen`,
      sentence: `${share(need)} der Nutzung ruhen auf ${need.count === 1 ? "ihm" : "ihnen"}.`,
      when: "diesen Monat",
    }),
    "unreviewed-products": (need) => ({
      title:
        need.count === 1
          ? `Sagen, wie wichtig ${product(need)} ist`
          : `Sagen, wie wichtig ${count(need.count)} Produkte sind`,
      sentence: `${need.count === 1 ? "Es entstand" : "Sie entstanden"} beim Einlesen, in Stufe 3.`,
      when: "diesen Monat",
    }),
    "missing-headcount": () => ({
      title: "Sagen, wie viele Entwickler wir haben",
      sentence: "Der Open Source Pledge zählt je Kopf.",
      when: "einmal",
    }),
    "first-contribution": () => ({
      title: "Den ersten Beitrag erfassen",
      sentence: "Eine Stunde Review zählt so viel wie eine Zahlung.",
      when: "zum Anfang",
    }),
    "unlinked-people": (need) => ({
      title:
        need.count === 1 ? "Ein Konto verknüpfen" : `Konten von ${count(need.count)} Personen verknüpfen`,
      sentence: "Noch weiß niemand, unter welchem Namen sie beitragen.",
      when: "irgendwann",
    }),
    "bootstrap-key": () => ({
      title: "Den ersten API-Schlüssel ersetzen",
      sentence: "Er kam aus der Umgebung des ersten Starts.",
      when: "bald",
    }),
  },
);

function rowsEn(rows: number): string {
  return rows === 1 ? "1 row" : `${count(rows)} rows`;
}

function rowsDe(rows: number): string {
  return rows === 1 ? "1 Zeile" : `${count(rows)} Zeilen`;
}
