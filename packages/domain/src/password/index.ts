export { isCommonPassword } from "./common.ts";
