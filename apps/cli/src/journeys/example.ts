/** The worked example of docs/how/ratios.md, entered into any server through its machine interface. */

export interface ExampleServer {
  readonly url: string;
  readonly key: string;
}

export interface ExampleOptions {
  /** Calendar year in which all was given; the figures are those of the period that is this year. */
  readonly year: number;
  /** Units that a product hands out at least; 0 gives the first table, 20 the second. */
  readonly smallProductFloor: number;
}

const products = [
  {
    slug: "payments",
    name: "Payments",
    tier: 2,
    direct: ["a", "b"],
    dev: ["e"],
    needs: { a: ["b"], b: ["d"] },
  },
  {
    slug: "portal",
    name: "Portal",
    tier: 3,
    direct: ["a", "c"],
    dev: [],
    needs: { a: ["b"], b: ["d"], c: ["d"] },
  },
  { slug: "tools", name: "Tools", tier: 4, direct: ["c"], dev: [], needs: { c: ["d"] } },
] as const;

/**
 * Three products as CycloneDX files, 120 hours at 110, four donations, a target of 2,000 for each of 40 developers.
 * The smallest gift is lowered to 1, so that no project falls into the tail. Throws with the server's answer where it refuses.
 */
export async function enterExample(
  server: ExampleServer,
  { year, smallProductFloor }: ExampleOptions,
): Promise<void> {
  const write = (method: string, path: string, body: unknown) =>
    written(server, method, path, JSON.stringify(body));
  const dollars = (amount: string) => ({ amount, currency: "USD" });
  await write("PATCH", "/organization", { smallProductFloor, smallestGift: dollars("1") });
  for (const { slug, name, tier, ...needed } of products) {
    await write("POST", "/products", { slug, name, tier });
    const query = new URLSearchParams({
      product: slug,
      source: "bom.cdx.json",
      takenAt: `${year}-01-05T09:00:00Z`,
      wait: "true",
    });
    await written(server, "POST", `/sboms?${query.toString()}`, JSON.stringify(cycloneDx(name, needed)));
  }
  await write("PUT", "/rates", { from: `${year}-01-01`, hourly: dollars("110") });
  await write("PUT", `/targets/${year}`, dollars("80000"));
  await write("PUT", `/headcount/${year}-01`, { developers: 40 });
  await write("POST", "/people", { name: "Ann", email: "ann@example.com" });
  // 120 hours as fifteen days of eight: a day has 1,440 minutes.
  for (let day = 1; day <= 15; day += 1)
    await write("POST", "/contributions", {
      project: "pkg:npm/a",
      person: "ann@example.com",
      day: `${year}-03-${String(day).padStart(2, "0")}`,
      minutes: 480,
      kind: "code",
    });
  const given = { payee: "Somebody", currency: "USD", day: `${year}-05-04` };
  for (const [project, amount] of [
    ["pkg:npm/a", "5000"],
    ["pkg:npm/c", "2000"],
    ["pkg:npm/e", "500"],
  ])
    await write("POST", "/donations", { ...given, kind: "sponsorship", project, amount });
  await write("POST", "/donations", { ...given, kind: "membership", amount: "10000", pooled: true });
}

interface Needed {
  readonly direct: readonly string[];
  /** Named directly, for development only. */
  readonly dev: readonly string[];
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

function cycloneDx(name: string, { direct, dev, needs }: Needed): unknown {
  const names = [
    ...new Set([...direct, ...dev, ...Object.keys(needs), ...Object.values(needs).flat()]),
  ].toSorted();
  const scope = (ref: string) => (dev.includes(ref) ? { scope: "excluded" } : {});
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "root", name } },
    components: names.map((ref) => ({
      type: "library",
      "bom-ref": ref,
      name: ref,
      version: "1.0.0",
      purl: `pkg:npm/${ref}@1.0.0`,
      ...scope(ref),
    })),
    dependencies: [
      { ref: "root", dependsOn: [...direct, ...dev] },
      ...names.map((ref) => ({ ref, dependsOn: needs[ref] ?? [] })),
    ],
  };
}

async function written(
  { url, key }: ExampleServer,
  method: string,
  path: string,
  body: string,
): Promise<void> {
  const headers = { "x-api-key": key, "content-type": "application/json" };
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
}
