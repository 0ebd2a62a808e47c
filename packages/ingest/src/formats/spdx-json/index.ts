import type { Format } from "../../format.ts";
import { states } from "../../json/index.ts";
import { parseSpdx } from "./parse.ts";

export const spdxJson: Format = {
  name: "spdx-json",
  title: "SPDX JSON 2.2 and 2.3",
  fileName: /[._-]spdx\.json$|^spdx\.json$/i,
  recognises: (text) =>
    startOfObject.test(text) &&
    (states(text, "spdxVersion", spdxVersion) || states(text, "@context", spdx3Context)),
  beside: [],
  parse: parseSpdx,
};

const startOfObject = /^\s*\{/;
const spdxVersion = /\s*:\s*"SPDX-/y;
/** SPDX 3 is recognised so that its refusal can say what it is. */
const spdx3Context = /\s*:\s*\[?\s*"https:\/\/spdx\.org\/rdf\/3/y;
