import { repositoryRoot } from "../repository/root.ts";
import { carryOut, GeneratorRefusal, planOf } from "./index.ts";

/** `pnpm new operation NOUN VERB`, `pnpm new format NAME`, `pnpm new page NOUN`: prints what it wrote. */
try {
  for (const path of carryOut(repositoryRoot, planOf(process.argv.slice(2))))
    process.stdout.write(`${path}\n`);
} catch (error) {
  if (!(error instanceof GeneratorRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
