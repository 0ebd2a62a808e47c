import type { Format } from "../../format.ts";
import { parse } from "./parse.ts";

/** go.mod, with the output of `go mod graph`, go.sum and vendor/modules.txt where they lie beside it. */
export const goMod: Format = {
  name: "go-mod",
  title: "go.mod",
  fileName: /^go\.mod$/,
  recognises: (text) => {
    const head = text.slice(0, 4096);
    return (
      /^module\s+\S/m.test(head) &&
      /^(?:go\s+\d|require\b|replace\b|toolchain\s)/m.test(text.slice(0, 65_536))
    );
  },
  beside: ["go.mod.graph", "go.sum", "vendor/modules.txt"],
  parse,
};
