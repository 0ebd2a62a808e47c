import { readFileSync } from "node:fs";

/** A variable that is missing or cannot be used: says which and what to do. */
export class EnvironmentRefused extends Error {
  override readonly name = "EnvironmentRefused";
}

/**
 * Reads variables by name: the text of the file that NAME_FILE names, where it names one, else NAME itself; undefined
 * where that is empty. Throws EnvironmentRefused where the file cannot be read.
 */
export function variableReader(variables: NodeJS.ProcessEnv): (name: string) => string | undefined {
  return (name) => {
    const file = variables[`${name}_FILE`];
    return (file ? secretIn(name, file) : variables[name]) || undefined;
  };
}

function secretIn(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new EnvironmentRefused(
      `${name}_FILE names ${file}, which cannot be read. Mount the file, or set ${name} instead.`,
    );
  }
}
