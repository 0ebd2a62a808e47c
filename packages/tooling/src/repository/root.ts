import { fileURLToPath } from "node:url";

/** Folder of the checkout: every path that tooling prints or reads is relative to it. */
export const repositoryRoot = fileURLToPath(new URL("../../../../", import.meta.url)).replace(/[/\\]$/, "");
