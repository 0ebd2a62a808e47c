import { count } from "@headwater/ui/format";
import { texts } from "../../frame/texts.ts";

export const t = texts(
  {
    title: "Demo company",
    removed: "The demo company is removed",
    note: "Demo company.",
    invented: "Figures are invented, the projects are real.",
    remove: "Remove the demo",
    own: "Create your own organization",
    orExplore: "Or look around first",
    explains:
      "Larkfield Freight is invented: eight products on real lockfiles, two years of giving. It is removed with one click and leaves nothing behind.",
    explore: "Explore a demo company",
    goOn: "Go on in the demo company",
    loading: (done: number, all: number) => `Loading the demo company: step ${count(done)} of ${count(all)}.`,
    notLoaded: "The demo was not loaded",
    notRemoved: "The demo was not removed",
    beside: "It stands beside your organization. You are signed in there and sign in here again afterwards.",
  },
  {
    title: "Demofirma",
    removed: "Die Demofirma ist entfernt",
    note: "Demofirma.",
    invented: "Die Zahlen sind erfunden, die Projekte sind echt.",
    remove: "Demo entfernen",
    own: "Eigene Organisation anlegen",
    orExplore: "Oder erst einmal umsehen",
    explains:
      "Larkfield Freight ist erfunden: acht Produkte auf echten Lockfiles, zwei Jahre Geben. Ein Klick entfernt die Firma, und nichts bleibt zurück.",
    explore: "Eine Demofirma ansehen",
    goOn: "In der Demofirma weitermachen",
    loading: (done: number, all: number) =>
      `Die Demofirma wird geladen: Schritt ${count(done)} von ${count(all)}.`,
    notLoaded: "Die Demo wurde nicht geladen",
    notRemoved: "Die Demo wurde nicht entfernt",
    beside:
      "Sie steht neben Ihrer Organisation. Sie werden dort angemeldet und melden sich danach hier wieder an.",
  },
);
