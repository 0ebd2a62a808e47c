import { AddFirstParty, FirstPartyResult, RemoveFirstParty } from "@headwater/contract/mapping";
import { organizations } from "@headwater/db/tables";
import { eq, sql } from "drizzle-orm";
import { badField, type Context, type Runtime, writing } from "../operation/index.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { coveredPackages } from "./covered-packages.ts";
import { lockMapping } from "./lock.ts";
import { patternOf } from "./store-rules.ts";

/** An organization names at most so many patterns of its own (contract/organization.ts). */
const MOST_PATTERNS = 200;

/** Packages that the pattern covers are the company's own: they count for nobody and pass their points on. */
export const addFirstParty = writing({
  name: "first-party.add",
  access: "mapping.change",
  input: AddFirstParty,
  output: FirstPartyResult,
  async run(context, input, runtime) {
    patternOf(input.pattern);
    if (input.preview) return await previewed(context, input.pattern);
    await lockMapping(context);
    const before = await lockedPatterns(context);
    if (before.length >= MOST_PATTERNS)
      throw badField("pattern", `${MOST_PATTERNS} patterns are in force; take one away first`, "conflict");
    const after = before.includes(input.pattern) ? before : [...before, input.pattern];
    return await changed(context, runtime, input.pattern, before, after);
  },
  audit: (result, input) => (input.preview ? null : noteOf(result)),
});

/** The pattern's packages are others' again. One that is not in force changes nothing. */
export const removeFirstParty = writing({
  name: "first-party.remove",
  access: "mapping.change",
  input: RemoveFirstParty,
  output: FirstPartyResult,
  async run(context, input, runtime) {
    patternOf(input.pattern);
    await lockMapping(context);
    const before = await lockedPatterns(context);
    const after = before.filter((pattern) => pattern !== input.pattern);
    return await changed(context, runtime, input.pattern, before, after);
  },
  audit: noteOf,
});

async function previewed(context: Context, pattern: string) {
  const covered = await coveredPackages(context, patternOf(pattern));
  return {
    pattern,
    changed: !context.organization.firstPartyPatterns.includes(pattern),
    packages: covered.map(({ purl }) => purl),
    recomputing: 0,
  };
}

/** Held until the transaction ends: nobody else changes the settings in between. */
async function lockedPatterns(context: Context): Promise<readonly string[]> {
  const [row] = await context.db
    .select({ patterns: organizations.firstPartyPatterns })
    .from(organizations)
    .where(eq(organizations.organizationId, context.organization.id))
    .for("update");
  return row?.patterns ?? [];
}

async function changed(
  context: Context,
  runtime: Runtime,
  pattern: string,
  before: readonly string[],
  after: readonly string[],
) {
  const covered = await coveredPackages(context, patternOf(pattern));
  const answer = { pattern, packages: covered.map(({ purl }) => purl) };
  if (before.length === after.length) return { ...answer, changed: false, recomputing: 0 };
  await context.db
    .update(organizations)
    .set({ firstPartyPatterns: [...after], revision: sql`${organizations.revision} + 1` })
    .where(eq(organizations.organizationId, context.organization.id));
  const recomputing = await recomputeProductsOf(
    context,
    runtime,
    covered.map(({ id }) => id),
  );
  return { ...answer, changed: true, recomputing };
}

function noteOf(result: {
  readonly pattern: string;
  readonly changed: boolean;
  readonly packages: readonly string[];
  readonly recomputing: number;
}) {
  const { pattern, packages, recomputing } = result;
  return result.changed
    ? { entity: null, detail: { pattern, packages: packages.length, recomputing } }
    : null;
}
