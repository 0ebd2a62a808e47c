import { texts } from "../../frame/texts.ts";

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
