import { delimiter, join } from "node:path";
import { repositoryRoot } from "./root.ts";

/** What tooling reads from its environment. Everything else of it is handed on to the tools unread. */
export const environment = {
  databaseUrl: process.env["DATABASE_URL"] || null,
  /** Folder with real SBOMs and lockfiles; benchmarks that need it are left out, and said so, where it is absent. */
  corpus: process.env["HEADWATER_CORPUS"] || null,
};

/** Environment of a tool: Node and pnpm of the toolchain and the repository's own tools come first on its path. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  const bins = [
    join(repositoryRoot, ".toolchain", "node_modules", ".bin"),
    join(repositoryRoot, "node_modules", ".bin"),
  ];
  return {
    ...process.env,
    PATH: [...bins, process.env["PATH"] ?? ""].join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    FORCE_COLOR: "0",
    NO_COLOR: "1",
  };
}
