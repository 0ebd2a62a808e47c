import { Ratios, Summary } from "@headwater/contract/ratios";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, valueAt, type Installation } from "../testing/installation.ts";

/** A generator that gives the same numbers for the same seed, so that a failure can be looked at again. */
function drawFrom(seed: number) {
  let state = seed;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * bound);
  };
  const one = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[below(values.length)] ?? values[0];
  return { below, one };
}

const { below, one } = drawFrom(20_261_122);
const year = new Date().getUTCFullYear() - 1;
const teams = ["payments", "platform", "data"] as const;
const products = ["shop", "portal", "tools", "app"] as const;
const types = ["npm", "cargo", "pypi"] as const;
const names = Array.from({ length: 24 }, (_, place) => `p${place}`);
const purlOf = (name: string) => `pkg:${types[Number(name.slice(1)) % types.length] ?? "npm"}/${name}`;
const people = [
  "ann@example.com",
  "ben@example.com",
  "cy@example.com",
  "di@example.com",
  "eve@example.com",
] as const;
const dayIn = (span: number) =>
  `${year - below(span)}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;

let server: Installation;
beforeAll(async () => {
  server = await installation();
  await enterRandomOrganization();
});
afterAll(() => server.stop());

async function enterRandomOrganization(): Promise<void> {
  for (const slug of teams) await write("POST", "/teams", { slug, name: slug });
  for (const [place, slug] of products.entries()) {
    await write("POST", "/products", {
      slug,
      tier: 1 + place,
      ...(place === 3 ? {} : { team: teams[place] }),
    });
    for (const month of ["02", "08"])
      await write(
        "POST",
        `/sboms?product=${slug}&source=bom.json&wait=true&takenAt=${year}-${month}-0${1 + place}T08:00:00Z`,
        randomInventory(),
      );
  }
  for (const [place, email] of people.entries())
    await write("POST", "/people", { name: email, email, team: teams[Math.min(place, 4) % 2] });
  await write("PUT", "/rates", { from: `${year}-02-01`, hourly: { amount: "97.35", currency: "USD" } });
  await write("PUT", "/exchange-rates", {
    base: "EUR",
    quote: "USD",
    day: `${year}-01-01`,
    rate: "1.0834",
    source: "a bank",
  });
  for (const target of [year - 1, year, year + 1])
    await write("PUT", `/targets/${target}`, { amount: String(50_000 + below(50_000)), currency: "USD" });
  const basis = () => one(["logged", "logged", "imported", "estimated"]);
  const items = Array.from({ length: 150 }, () => ({
    project: purlOf(one(["p0", ...names])),
    person: one(people),
    day: dayIn(2),
    minutes: 1 + below(1440),
    kind: one(["code", "review", "docs"]),
    basis: basis(),
  }));
  expect(await write("POST", "/contributions:batch", { items })).toMatchObject({ refused: 0 });
  for (let row = 0; row < 40; row += 1) {
    const goes = one<Readonly<Record<string, unknown>>>([
      { project: purlOf(one(["p1", ...names])) },
      {
        projects: [
          { project: purlOf("p2"), weight: 1 + below(5) },
          { project: purlOf("p3"), weight: 2 },
        ],
      },
      { pooled: true },
      { tail: true },
    ]);
    await write("POST", "/donations", {
      payee: "Somebody",
      amount: `${1 + below(4000)}.${10 + below(90)}`,
      currency: one(["USD", "EUR", "GBP"]),
      day: dayIn(2),
      kind: "sponsorship",
      basis: basis(),
      ...goes,
    });
  }
}

/** Twelve of the packages, each needing some that come later. */
function randomInventory(): unknown {
  const used = names.filter(() => below(2) === 0);
  const refs = used.length > 0 ? used : names;
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: { component: { type: "application", "bom-ref": "root", name: "root" } },
    components: refs.map((ref) => ({
      type: "library",
      "bom-ref": ref,
      name: ref,
      purl: `${purlOf(ref)}@1.0.0`,
    })),
    dependencies: [
      { ref: "root", dependsOn: refs.filter((_, place) => place % 3 === 0) },
      ...refs.map((ref, place) => ({ ref, dependsOn: refs.slice(place + 1).filter(() => below(4) === 0) })),
    ],
  };
}

async function write(method: string, path: string, body: unknown): Promise<unknown> {
  const answer = await server.ask({ method, path: `/api/v1${path}`, body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.json;
}

type Filter = Readonly<Record<string, string | number>>;
const some = (name: string, values: readonly [string, ...string[]]) =>
  below(2) === 0 ? {} : { [name]: one(values) };
const periods = [
  String(year),
  `${year}-Q3`,
  `${year}-05`,
  `${year - 1}-11..${year}-04`,
  `fy${year}`,
  "ttm",
  String(year - 1),
] as const;
const randomFilter = () => ({
  period: one(periods),
  by: one(["project", "project", "team", "ecosystem"]),
  ...some("team", teams),
  ...some("product", products),
  ...some("ecosystem", types),
  ...some("basis", ["logged", "imported", "estimated"]),
  limit: one([1, 3, 7, 1000]),
});

const restQuery = (filter: Filter) =>
  new URLSearchParams(Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]));
const throughRest = async (what: string, filter: Filter) =>
  (await server.ask({ path: `/api/v1/${what}?${restQuery(filter).toString()}` })).json;
const throughTrpc = async (procedure: string, filter: Filter) =>
  valueAt(
    (await server.ask({ path: `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(filter))}` }))
      .json,
    "result",
    "data",
  );
const throughCommandLine = async (verb: string, filter: Filter): Promise<unknown> => {
  const ran = await server.run([
    verb,
    ...Object.entries(filter).flatMap(([name, value]) => [`--${name}`, String(value)]),
    "--json",
  ]);
  return ran.status === 0 ? JSON.parse(ran.stdout) : ran.stderr;
};

describe("one truth", () => {
  const filters = Array.from({ length: 50 }, randomFilter);

  it(
    "is told by REST, tRPC and the command line alike, on 50 random filters",
    { timeout: 180_000 },
    async () => {
      let rows = 0;
      // A few at a time: most of it is waiting for a command line to start.
      for (let start = 0; start < filters.length; start += 5) {
        const asked = filters.slice(start, start + 5);
        const answers = await Promise.all(
          asked.map(
            async (filter) =>
              await Promise.all([
                throughRest("ratios", filter),
                throughTrpc("ratios.read", filter),
                throughCommandLine("ratios", filter),
              ]),
          ),
        );
        for (const [place, [rest, trpc, commandLine]] of answers.entries()) {
          const filter = asked[place];
          const { items, total } = Ratios.parse(rest);
          expect([filter, trpc]).toEqual([filter, rest]);
          expect([filter, commandLine]).toEqual([filter, rest]);
          expect(items).toHaveLength(Math.min(total, filter?.limit ?? 0));
          rows += items.length;
        }
      }
      expect(rows).toBeGreaterThan(150);
    },
  );

  it("is told page by page as at once", async () => {
    for (const { limit: _, ...filter } of filters.slice(0, 20)) {
      const whole = Ratios.parse(await throughRest("ratios", { ...filter, limit: 1000 })).items;
      for (const [ask, name] of [
        [throughRest, "ratios"],
        [throughTrpc, "ratios.read"],
      ] as const) {
        const read: unknown[] = [];
        for (let cursor: string | null = ""; cursor !== null;) {
          const page = Ratios.parse(
            await ask(name, { ...filter, limit: 4, ...(cursor === "" ? {} : { cursor }) }),
          );
          read.push(...page.items);
          cursor = page.nextCursor;
        }
        expect([filter, read]).toEqual([filter, whole]);
      }
    }
  });

  it("is told alike of the company", { timeout: 120_000 }, async () => {
    const asked = filters
      .slice(0, 15)
      .map(({ by: _, limit: __, ecosystem: ___, ...filter }: Filter) => filter);
    // Each answer says when it was given.
    const timeless = (summary: unknown) => ({ ...Summary.parse(summary), asOf: "" });
    for (const filter of asked) {
      const rest = timeless(await throughRest("summary", filter));
      expect([filter, timeless(await throughTrpc("ratios.summary", filter))]).toEqual([filter, rest]);
      expect([filter, timeless(await throughCommandLine("summary", filter))]).toEqual([filter, rest]);
    }
  });
});
