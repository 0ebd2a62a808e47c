import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a generator will do: files that must not exist yet, and lines that are put into files that must. */
export interface Plan {
  readonly files: ReadonlyMap<string, string>;
  readonly changes: readonly Change[];
}

interface Change {
  readonly path: string;
  readonly change: (text: string) => string;
}

export class GeneratorRefusal extends Error {}

/** Writes a plan, or nothing of it: an existing file or a registry that does not look as expected refuses the whole. */
export function carryOut(root: string, plan: Plan): readonly string[] {
  for (const path of plan.files.keys())
    if (existsSync(join(root, path)))
      throw new GeneratorRefusal(`${path} exists already; nothing was written`);
  const changed = plan.changes.map(({ path, change }) => {
    if (!existsSync(join(root, path)))
      throw new GeneratorRefusal(`${path} is not there; nothing was written`);
    const before = readFileSync(join(root, path), "utf8");
    const after = change(before);
    if (after === before)
      throw new GeneratorRefusal(`${path} has no place for a new line; nothing was written`);
    return { path, after };
  });
  for (const [path, text] of plan.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const { path, after } of changed) writeFileSync(join(root, path), after);
  return [...plan.files.keys(), ...changed.map(({ path }) => path)];
}
