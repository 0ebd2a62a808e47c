import type { Format } from "../../format.ts";
import { parseSpdx } from "./parse.ts";

export const spdxJson: Format = {
  name: "spdx-json",
  title: "SPDX JSON 2.2 and 2.3",
  fileName: /[._-]spdx\.json$|^spdx\.json$/i,
  recognises: (text) => startOfObject.test(text) && (spdxVersion.test(text) || spdx3Context.test(text)),
  beside: [],
  parse: parseSpdx,
};

const startOfObject = /^\s*\{/;
const spdxVersion = /"spdxVersion"\s*:\s*"SPDX-/;
/** SPDX 3 is recognised so that its refusal can say what it is. */
const spdx3Context = /"@context"\s*:\s*\[?\s*"https:\/\/spdx\.org\/rdf\/3/;
