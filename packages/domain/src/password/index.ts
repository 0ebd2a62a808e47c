export { isCommonPassword } from "./guessable.ts";
