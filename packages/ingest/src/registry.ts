import type { Format } from "./format.ts";
import { cycloneDxJson } from "./formats/cyclonedx-json/index.ts";
import { npmLock } from "./formats/npm-lock/index.ts";

/** Every format that is read, in the order in which their contents are tried. */
export const formats: readonly Format[] = [
  cycloneDxJson,
  npmLock,
];
