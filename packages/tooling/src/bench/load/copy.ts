import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** The rows that one product's upload wrote, by table; each query reads them as they stand. */
const written: Readonly<Record<string, string>> = {
  components:
    "select c.* from components c join sources s on s.organization_id = c.organization_id and s.id = c.source_id where s.product_id = $id",
  packages:
    "select p.* from packages p where p.id in (select c.package_id from components c join sources s on s.organization_id = c.organization_id and s.id = c.source_id where s.product_id = $id)",
  package_evidence:
    "select e.* from package_evidence e where e.package_id in (select c.package_id from components c join sources s on s.organization_id = c.organization_id and s.id = c.source_id where s.product_id = $id)",
  product_masses: "select m.* from product_masses m where m.product_id = $id",
  snapshots:
    "select n.* from snapshots n join sources s on s.organization_id = n.organization_id and s.id = n.source_id where s.product_id = $id",
  documents:
    "select d.* from documents d where d.digest in (select n.digest from snapshots n join sources s on s.organization_id = n.organization_id and s.id = n.source_id where s.product_id = $id)",
  uploads: "select u.* from uploads u where u.product_id = $id",
};

/** Writes a product's rows once more, by COPY into temporary tables of the same columns without keys, in one transaction. */
export async function copyAgain(
  databaseUrl: string,
  slug: string,
): Promise<{ rows: number; milliseconds: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const id = await productId(client, slug);
    const texts = new Map<string, Buffer>();
    for (const [table, query] of Object.entries(written)) {
      texts.set(table, await collected(client, query.replaceAll("$id", `'${id}'`)));
      await client.query(`create temporary table again_${table} (like ${table})`);
    }
    const started = performance.now();
    await client.query("begin");
    for (const [table, text] of texts)
      await pipeline(Readable.from([text]), client.query(copyFrom(`copy again_${table} from stdin`)));
    await client.query("commit");
    const milliseconds = performance.now() - started;
    const rows = [...texts.values()].reduce((sum, text) => sum + lines(text), 0);
    return { rows, milliseconds };
  } finally {
    await client.end();
  }
}

async function productId(client: pg.Client, slug: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>("select id from products where slug = $1", [slug]);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`there is no product ${slug}`);
  return id;
}

async function collected(client: pg.Client, query: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = client.query(copyTo(`copy (${query}) to stdout`));
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve, reject) => {
    stream.on("end", resolve);
    stream.on("error", reject);
  });
  return Buffer.concat(chunks);
}

/** COPY's text writes one row a line; a line break inside a value is written as \n. */
function lines(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) count += 1;
  return count;
}
