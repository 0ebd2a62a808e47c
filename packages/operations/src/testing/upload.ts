import { parseIdentifier } from "@headwater/domain/identifier";
import { type Actor, perform } from "../operation/index.ts";
import { processUpload } from "../uploads/process.ts";
import { submitUpload } from "../uploads/submit.ts";
import type { TestRuntime } from "./runtime.ts";

/** Uploads an inventory and brings it into force, as a request that waits does. Throws where it is refused. */
export async function uploadInventory(
  runtime: TestRuntime,
  actor: Actor,
  given: {
    readonly product: string;
    readonly fileName: string;
    readonly text: string;
    readonly takenAt?: string;
  },
): Promise<void> {
  const { product, fileName, text, takenAt } = given;
  const content = new TextEncoder().encode(text);
  const upload = await perform(submitUpload, runtime, actor, {
    product,
    source: fileName,
    fileName,
    create: true,
    content,
    later: false,
    ...(takenAt === undefined ? {} : { takenAt }),
  });
  const id = parseIdentifier("upl", upload.id);
  if (id === null) throw new Error(`${upload.id} is no upload`);
  const done = await processUpload(runtime, actor, id);
  if (done?.status !== "done") throw new Error(`the upload was not done: ${JSON.stringify(done?.error)}`);
}

/** A package-lock of version 3 with these direct dependencies and what each package needs. */
export function npmLock(
  direct: Readonly<Record<string, string>>,
  needs: Readonly<Record<string, readonly [version: string, dependencies: readonly string[]]>>,
): string {
  const packages: Record<string, unknown> = { "": { name: "own", version: "1.0.0", dependencies: direct } };
  for (const [name, [version, dependencies]] of Object.entries(needs))
    packages[`node_modules/${name}`] = {
      version,
      resolved: `https://registry.example/${name}/-/${name.split("/").at(-1)}-${version}.tgz`,
      dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, "*"])),
    };
  return JSON.stringify({ name: "own", version: "1.0.0", lockfileVersion: 3, requires: true, packages });
}
