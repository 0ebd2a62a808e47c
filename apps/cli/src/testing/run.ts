import { spawn } from "node:child_process";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const program = fileURLToPath(new URL("../main.ts", import.meta.url));
const peak = new URL("peak.ts", import.meta.url).href;

interface Surroundings {
  readonly folder?: string;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the real command line in a folder, with nothing in its environment but what is given. */
export async function headwater(words: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  return (await measuredHeadwater(words, surroundings)).ran;
}

/** The same, with the most memory that the process held, all threads and Node's own about 50 MB included. */
export async function measuredHeadwater(
  words: readonly string[],
  { folder = tmpdir(), input = "", environment = {} }: Surroundings = {},
): Promise<{ readonly ran: Ran; readonly peakMegabytes: number }> {
  const env = {
    PATH: "/usr/bin:/bin",
    HOME: folder,
    HEADWATER_CONFIG: join(folder, ".headwater"),
    ...environment,
  };
  const child = spawn(process.execPath, ["--import", peak, program, ...words], {
    cwd: folder,
    env,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  const [, , , said] = child.stdio;
  if (!(said instanceof Readable)) throw new Error("the program has no descriptor 3");
  const [stdout, stderr, kilobytes] = [textOf(child.stdout), textOf(child.stderr), textOf(said)];
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    ran: { status, stdout: await stdout, stderr: await stderr },
    peakMegabytes: Number(await kilobytes) / 1000,
  };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** A folder with these files; `remove` takes it away. */
export async function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "headwater-cli-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A package-lock.json of version 3: what the root declares, and what each package needs. */
export function packageLock(
  name: string,
  direct: Readonly<Record<string, string>>,
  packages: Readonly<Record<string, { version: string; dependencies?: Readonly<Record<string, string>> }>>,
): string {
  return JSON.stringify({
    name,
    lockfileVersion: 3,
    packages: {
      "": { name, version: "1.0.0", dependencies: direct },
      ...Object.fromEntries(
        Object.entries(packages).map(([place, entry]) => [`node_modules/${place}`, entry]),
      ),
    },
  });
}
