export { parseJson } from "./parse.ts";
export type { JsonResult } from "./parse.ts";
export { asArray, asObject, asString, isObject } from "./read.ts";
export type { JsonObject } from "./read.ts";
export { states } from "./states.ts";
