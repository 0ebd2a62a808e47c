export { allocate, allocateEqually } from "./allocate.ts";
