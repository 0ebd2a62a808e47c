export { buildInventory } from "./build.ts";
export { DraftNeeds } from "./draft.ts";
export type { Draft, DraftPart, GraphDraft } from "./draft.ts";
export { uniqueRef } from "./reference.ts";
