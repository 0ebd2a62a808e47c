export { checkInventory } from "./check-inventory.ts";
export type { Format, InventoryFile } from "./format.ts";
export type { Limits } from "./limits.ts";
export { besideOf, formatOfFileName, memberManifests, parseInventory, parseText } from "./read-inventory.ts";
export type { InventoryBytes, InventoryText } from "./read-inventory.ts";
export { formats } from "./registry.ts";
