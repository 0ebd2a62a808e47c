export { decode } from "./decode.ts";
export { unpack } from "./unpack.ts";
