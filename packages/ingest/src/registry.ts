import type { Format } from "./format.ts";
import { cargoLock } from "./formats/cargo-lock/index.ts";
import { cycloneDxJson } from "./formats/cyclonedx-json/index.ts";
import { goMod } from "./formats/go-mod/index.ts";
import { npmLock } from "./formats/npm-lock/index.ts";
import { pnpmLock } from "./formats/pnpm-lock/index.ts";
import { spdxJson } from "./formats/spdx-json/index.ts";

/** Every format that is read, in the order in which their contents are tried. */
export const formats: readonly Format[] = [cycloneDxJson, spdxJson, npmLock, pnpmLock, cargoLock, goMod];
