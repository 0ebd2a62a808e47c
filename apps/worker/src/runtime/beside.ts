import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What the build put beside the bundle that the module is part of; null when the sources run, which find their own. */
export function beside(moduleUrl: string, path: string): string | null {
  const found = fileURLToPath(new URL(path, moduleUrl));
  return existsSync(found) ? found : null;
}
