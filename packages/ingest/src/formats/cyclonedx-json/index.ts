import type { Format } from "../../format.ts";
import { parseCycloneDx } from "./parse.ts";

export const cycloneDxJson: Format = {
  name: "cyclonedx-json",
  title: "CycloneDX JSON 1.2 to 1.7",
  fileName: /^(?:bom|.*[._-](?:bom|cdx|cyclonedx))\.json$|\.cdxjson$/i,
  recognises: (text) => startOfObject.test(text) && bomFormat.test(text),
  beside: [],
  parse: parseCycloneDx,
};

const startOfObject = /^\s*\{/;
const bomFormat = /"bomFormat"\s*:\s*"CycloneDX"/;
