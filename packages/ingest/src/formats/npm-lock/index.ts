import type { Format } from "../../format.ts";
import { npmManifestPath } from "../../lockfile/npm-member.ts";
import { parse } from "./parse.ts";

/** package-lock.json and npm-shrinkwrap.json, lockfileVersion 1 to 3. */
export const npmLock: Format = {
  name: "npm-lock",
  title: "npm package-lock.json",
  fileName: /^(?:package-lock|npm-shrinkwrap)\.json$/,
  recognises: (text) => {
    const head = text.slice(0, 4096);
    // Bun's lockfile bears the same key, but lists its workspaces before anything else.
    return /"lockfileVersion"\s*:\s*\d/.test(head) && !/^\s*\{[^{]*"workspaces"\s*:\s*\{/.test(head);
  },
  beside: ["package.json"],
  memberManifest: npmManifestPath,
  parse,
};
