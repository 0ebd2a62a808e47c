import type { Format } from "../../format.ts";
import { parse } from "./parse.ts";

/** Cargo.lock, versions 1 to 4. */
export const cargoLock: Format = {
  name: "cargo-lock",
  title: "Cargo.lock",
  fileName: /^Cargo\.lock$/,
  recognises: (text) =>
    /^\[\[package\]\]\r?\nname = "[^"\n]+"\r?\nversion = "/m.test(text.slice(0, 4096)) &&
    !/^\[package\]/m.test(text.slice(0, 4096)),
  beside: ["Cargo.toml", "**/Cargo.toml"],
  parse,
};
