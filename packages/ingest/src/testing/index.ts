export { generateCycloneDx, randomFrom, sizesOfGoal } from "./generate.ts";
export type { SbomSize } from "./generate.ts";
export { mutate } from "./mutate.ts";
