export { buildInventory } from "./build.ts";
export { addNeed, noNeeds } from "./draft.ts";
export type { Draft, DraftNeeds, DraftPart, GraphDraft } from "./draft.ts";
export { uniqueRef } from "./reference.ts";
