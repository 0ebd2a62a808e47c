import type { Format } from "../../format.ts";
import { states } from "../../json/index.ts";
import { parseCycloneDx } from "./parse.ts";

export const cycloneDxJson: Format = {
  name: "cyclonedx-json",
  title: "CycloneDX JSON 1.2 to 1.7",
  fileName: /^(?:bom|.*[._-](?:bom|cdx|cyclonedx))\.json$|\.cdxjson$/i,
  // The capital of its name is rare in other files, so that these are told apart by a quick search.
  recognises: (text) =>
    startOfObject.test(text) && text.includes("CycloneDX") && states(text, "bomFormat", bomFormat),
  beside: [],
  parse: parseCycloneDx,
};

const startOfObject = /^\s*\{/;
const bomFormat = /\s*:\s*"CycloneDX"/y;
