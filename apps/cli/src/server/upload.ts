import { Upload } from "@headwater/contract/products";
import { basename } from "node:path";
import { Failure } from "../command.ts";
import type { ReadSource } from "../inventories/portfolio.ts";
import { call, type Call } from "./client.ts";
import type { Server } from "./connection.ts";

export interface Push {
  readonly product: string;
  readonly source: string;
  readonly ref: string | null;
  readonly takenAt: string | null;
  /** The file as it is, plain or gzip. */
  readonly bytes: Uint8Array;
  readonly read: ReadSource;
}

/** Sends one inventory with what lies beside it, and waits until the server has read it. */
export async function pushInventory(server: Server, push: Push): Promise<Upload> {
  const { product, source, ref, takenAt } = push;
  const sent = await call(
    server,
    {
      method: "POST",
      path: "/sboms",
      query: {
        product,
        source,
        ref,
        takenAt,
        fileName: basename(push.read.file),
        create: "true",
        wait: "true",
      },
      body: await bodyOf(push),
    },
    Upload,
  );
  return await finished(server, sent);
}

/** Built once as bytes: a second try must send the very same ones under its idempotency key. */
async function bodyOf({ bytes, read }: Push): Promise<NonNullable<Call["body"]>> {
  const contentType = "application/octet-stream";
  if (read.kind === "refused" || (read.beside.size === 0 && read.statements.length === 0))
    return { bytes, contentType };
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(bytes)], { type: contentType }), basename(read.file));
  for (const [path, text] of read.beside)
    form.append("beside", new Blob([text], { type: "text/plain" }), path);
  form.append("evidence", JSON.stringify(read.statements));
  const packed = new Response(form);
  return {
    bytes: new Uint8Array(await packed.arrayBuffer()),
    contentType: packed.headers.get("content-type") ?? contentType,
  };
}

const longestWaitSeconds = 300;

/** A server under load may answer before it has read the file. */
async function finished(server: Server, sent: Upload): Promise<Upload> {
  let upload = sent;
  for (let waited = 0; upload.status === "queued" || upload.status === "processing"; waited += 1) {
    if (waited >= longestWaitSeconds)
      throw new Failure(
        `The server has not read the file after ${longestWaitSeconds} seconds; it goes on by itself (${upload.id}).`,
      );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    upload = await call(server, { method: "GET", path: `/sboms/${encodeURIComponent(upload.id)}` }, Upload);
  }
  return upload;
}
