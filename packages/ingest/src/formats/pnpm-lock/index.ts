import type { Format } from "../../format.ts";
import { npmManifestPath } from "../../lockfile/npm-member.ts";
import { parse } from "./parse.ts";

/** pnpm-lock.yaml, lockfileVersion 5.0 to 9.0. */
export const pnpmLock: Format = {
  name: "pnpm-lock",
  title: "pnpm-lock.yaml",
  fileName: /^pnpm-lock\.yaml$/,
  recognises: (text) => /^(?:lockfileVersion|shrinkwrapVersion):/m.test(text.slice(0, 4096)),
  beside: ["package.json"],
  memberManifest: npmManifestPath,
  parse,
};
