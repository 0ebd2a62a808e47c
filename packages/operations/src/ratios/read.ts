import { Ratios, ReadRatios, type RatioRow } from "@headwater/contract/ratios";
import { type Circumstances, reading, type Runtime } from "../operation/index.ts";
import { canonicalJson } from "../operation/canonical.ts";
import { ecosystemRows } from "./by-ecosystem.ts";
import { projectsInEcosystem, shownProject, withoutTime } from "./by-project.ts";
import { teamRows } from "./by-team.ts";
import { computedRatios, type ComputedRatios, recalledRatios } from "./compute.ts";
import { requireEcosystem } from "./ecosystem-filter.ts";
import { pageOfComputed } from "./page.ts";
import { nameProjects } from "./project-names.ts";
import { hiddenProjects, requireVisibleTeam } from "./team-filter.ts";

export const readRatios = reading({
  name: "ratio.read",
  access: "ratio.read",
  input: ReadRatios,
  output: Ratios,
  async run(context, input, runtime): Promise<Ratios> {
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    if (input.ecosystem !== undefined) await requireEcosystem(context, input.ecosystem);
    if (input.by === "team") {
      const rows = await teamRows(context, computed, input);
      return framed(context, computed, groupPage(runtime, rows, input));
    }
    if (input.by === "ecosystem") return ecosystemPage(context, runtime, computed, input);
    const page = projectPage(context, runtime, computed, input);
    await nameProjects(
      context,
      computed,
      page.items.map((row) => row.projectId),
    );
    return shownProjects(context, computed, page);
  },
  recall(circumstances, input, runtime) {
    const computed = recalledRatios(circumstances, input);
    // What teams gave is counted anew for each page.
    if (computed === null || input.by === "team") return null;
    requireVisibleTeam(circumstances, input.team, computed);
    if (input.by === "ecosystem")
      return filled(input, ecosystemPage(circumstances, runtime, computed, input));
    const page = projectPage(circumstances, runtime, computed, input);
    const named = page.items.every((row) => computed.beside.named.has(row.projectId));
    return named ? filled(input, shownProjects(circumstances, computed, page)) : null;
  },
});

/** Where nothing is of the ecosystem, only the database knows whether there is such a one. */
function filled(input: ReadRatios, ratios: Ratios): Ratios | null {
  return input.ecosystem !== undefined && ratios.total === 0 ? null : ratios;
}

type Row = ComputedRatios["ordered"][number];

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}

function framed({ organization }: Circumstances, computed: ComputedRatios, page: Page<RatioRow>): Ratios {
  return {
    items: [...page.items],
    nextCursor: page.nextCursor,
    total: page.total,
    currency: organization.currency,
    period: {
      start: computed.period.start,
      end: computed.period.end,
      timeZone: organization.timeZone,
    },
    notes: [...computed.notes],
    definitionVersion: computed.ratios.definitionVersion,
  };
}

function projectPage(
  circumstances: Circumstances,
  runtime: Runtime,
  computed: ComputedRatios,
  input: ReadRatios,
): Page<Row> {
  const chosen = input.ecosystem === undefined ? null : projectsInEcosystem(computed, input.ecosystem);
  const hidden = hiddenProjects(circumstances, computed);
  const inFilter =
    chosen === null ? computed.ordered : computed.ordered.filter((row) => chosen.has(row.projectId));
  const rows = hidden.size === 0 ? inFilter : hiddenLast(inFilter, hidden);
  // The digest is of what is shown: of more it could be searched for what is not.
  const page = pageOfComputed(rows, input.limit, input.cursor, () =>
    hidden.size === 0
      ? rememberedDigest(computed, input.ecosystem ?? "", () => digestOfRows(runtime, computed, rows))
      : digestOf(
          runtime,
          canonicalJson(
            rows.map((row) => (hidden.has(row.projectId) ? [row.projectId, row.usageShare] : row)),
          ),
        ),
  );
  return { ...page, total: rows.length };
}

/** A list of thousands takes longer to digest than to page, and is digested once while its figures stand. */
function rememberedDigest(computed: ComputedRatios, ecosystem: string, digest: () => string): string {
  const { digests } = computed.beside;
  const made = digests.get(ecosystem) ?? digest();
  digests.set(ecosystem, made);
  return made;
}

/**
 * Of the figures that all others of a row follow from, together with the whole: as columns of bytes, because the rows as text are
 * megabytes, and writing them takes longer than computing them.
 */
function digestOfRows(runtime: Runtime, { ratios }: ComputedRatios, rows: readonly Row[]): string {
  const { summary, tail, definitionVersion } = ratios;
  const numbers = rows.flatMap((row) => [
    row.usageShare,
    row.reach,
    row.minutes,
    row.unknownRows,
    row.tail ? 1 : 0,
  ]);
  const amounts = rows.flatMap((row) => [
    row.timeMinor,
    row.cashMinor,
    row.inKindMinor,
    minorOf(row.fairShareMinor),
  ]);
  return digestOf(
    runtime,
    canonicalJson({ summary, tail, definitionVersion }),
    rows.map((row) => row.projectId).join(" "),
    new Uint8Array(Float64Array.from(numbers).buffer),
    new Uint8Array(BigInt64Array.from(amounts).buffer),
  );
}

/** No fair share is negative. */
function minorOf(amount: Row["fairShareMinor"]): bigint {
  return amount.known ? amount.value : -1n;
}

function digestOf(runtime: Runtime, ...parts: readonly (Uint8Array | string)[]): string {
  return runtime.sha256(...parts).slice(0, 24);
}

/** The rows with their names, which are known by now. */
function shownProjects(circumstances: Circumstances, computed: ComputedRatios, page: Page<Row>): Ratios {
  const { currency } = circumstances.organization;
  const { named } = computed.beside;
  const hidden = hiddenProjects(circumstances, computed);
  const items = page.items.map((row) => {
    const shown = shownProject(row, named.get(row.projectId) ?? null, currency);
    return hidden.has(row.projectId) ? withoutTime(shown) : shown;
  });
  return framed(circumstances, computed, { ...page, items });
}

/** Their place among the others would tell about how large their gap is. */
function hiddenLast(rows: readonly Row[], hidden: ReadonlySet<string>): readonly Row[] {
  const last = rows
    .filter((row) => hidden.has(row.projectId))
    .sort((one, other) => other.usageShare - one.usageShare || (one.projectId < other.projectId ? -1 : 1));
  return [...rows.filter((row) => !hidden.has(row.projectId)), ...last];
}

function ecosystemPage(
  circumstances: Circumstances,
  runtime: Runtime,
  computed: ComputedRatios,
  input: ReadRatios,
): Ratios {
  const { currency } = circumstances.organization;
  const rows = ecosystemRows(computed, currency, hiddenProjects(circumstances, computed));
  return framed(circumstances, computed, groupPage(runtime, rows, input));
}

function groupPage(runtime: Runtime, rows: readonly RatioRow[], input: ReadRatios): Page<RatioRow> {
  const chosen =
    input.ecosystem === undefined || input.by !== "ecosystem"
      ? rows
      : rows.filter((row) => row.ecosystem === input.ecosystem);
  const page = pageOfComputed(chosen, input.limit, input.cursor, () =>
    runtime.sha256(canonicalJson(chosen)).slice(0, 24),
  );
  return { ...page, total: chosen.length };
}
