import { openDatabase } from "@headwater/db";
import { identifierFromUuid, parseIdentifier } from "@headwater/domain/identifier";
import { perform } from "@headwater/operations/operation";
import type { Actor } from "@headwater/operations/operation";
import { testActor, testRuntime } from "@headwater/operations/testing/runtime";
import { processUpload } from "@headwater/operations/uploads/process";
import { submitUpload } from "@headwater/operations/uploads/submit";
import pg from "pg";
import { secretOfServer } from "../../server/start.ts";
import { generatedRepository } from "../generated-portfolio.ts";

/** Milliseconds of each re-ingest by the operations alone: no HTTP, and the file is read on this thread. */
export async function reingestInProcess(
  databaseUrl: string,
  times: number,
  components: number,
): Promise<readonly number[]> {
  const database = await openDatabase({
    databaseUrl,
    dataFolder: "",
    secret: secretOfServer,
    log: () => undefined,
  });
  try {
    const runtime = testRuntime(database);
    const actor = testActor(await onlyOrganization(databaseUrl), ["all"]);
    const repository = generatedRepository("changing-inside", components, 4_712);
    const taken: number[] = [];
    for (let revision = 0; revision <= times; revision += 1) {
      const content = new TextEncoder().encode(repository.revision(revision));
      const takenAt = new Date(Date.UTC(2026, 0, 1) + revision * 86_400_000).toISOString();
      const started = performance.now();
      const submitted = await perform(submitUpload, runtime, actor, {
        product: repository.name,
        source: "bom.json",
        fileName: "bom.json",
        content,
        takenAt,
        create: true,
        later: false,
      });
      const id = parseIdentifier("upl", submitted.id);
      const done =
        id === null
          ? null
          : await processUpload(runtime, actor, id, { fileName: "bom.json", content, besideText: null });
      if (done?.status !== "done") throw new Error(`not done: ${JSON.stringify(done)}`);
      if (revision > 0) taken.push(performance.now() - started);
    }
    return taken;
  } finally {
    await database.close();
  }
}

async function onlyOrganization(databaseUrl: string): Promise<Actor["organizationId"]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>("select organization_id as id from organizations");
    const [row] = rows;
    if (row === undefined) throw new Error("the server made no organization");
    return identifierFromUuid("org", row.id);
  } finally {
    await client.end();
  }
}
