import type { Format } from "./format.ts";
import { cargoLock } from "./formats/cargo-lock/index.ts";
import { cycloneDxJson } from "./formats/cyclonedx-json/index.ts";
import { goMod } from "./formats/go-mod/index.ts";
import { npmLock } from "./formats/npm-lock/index.ts";
import { pnpmLock } from "./formats/pnpm-lock/index.ts";
import { spdxJson } from "./formats/spdx-json/index.ts";

/**
 * Every format that is read, in the order in which their contents are tried: first those that their first lines tell,
 * then those whose mark may stand anywhere in a text of many megabytes.
 */
export const formats: readonly Format[] = [npmLock, pnpmLock, cargoLock, goMod, cycloneDxJson, spdxJson];
