import { load } from "js-yaml";
import { parseNpmLockV2Project, parsePnpmProject } from "snyk-nodejs-lockfile-parser";
import { corpusText, largestFiles } from "../corpus.ts";
import type { CorpusFile } from "../corpus.ts";
import { measure } from "../measure.ts";
import type { Measured, Runner } from "../measure.ts";
import { rowAgainstFloor } from "../result.ts";
import type { Bench, BenchResult, BenchRow } from "../result.ts";
import { read } from "./p1-sbom.ts";

const NPM_MOST_TIMES_FLOOR = 1.7;
const PNPM_MOST_TIMES_FLOOR = 0.5;
const LEAST_TIMES_FASTER = 5;

/** From the bytes of a lockfile to a graph. The floors are JSON.parse and js-yaml; the peer reads the root project only. */
export const p2Lockfile: Bench = { goal: "P2", run };

async function run(): Promise<BenchResult> {
  const npm = largestFiles(/products\/.*package-lock\.json(\.gz)?$/, 2);
  const pnpm = largestFiles(/products\/.*pnpm-lock\.yaml(\.gz)?$/, 2);
  const rows: BenchRow[] = [];
  for (const file of npm) rows.push(...npmRows(file, await measure(npmRunners(file))));
  for (const file of pnpm) rows.push(...pnpmRows(file, await measure(pnpmRunners(file))));
  const notes =
    rows.length === 0
      ? ["Not measured: it needs real lockfiles in the folder that HEADWATER_CORPUS names."]
      : [];
  return { goal: "P2", title: "lockfile to graph", rows, notes };
}

function npmRunners(file: CorpusFile): readonly Runner[] {
  const bytes = Buffer.from(file.text);
  const manifest = manifestBeside(file.path);
  const options = {
    includeDevDeps: true,
    includeOptionalDeps: true,
    pruneCycles: true,
    strictOutOfSync: false,
  };
  return [
    { name: "JSON.parse", role: "floor", run: (): unknown => JSON.parse(bytes.toString("utf8")) },
    { name: "ours", role: "ours", run: () => read(file.path, bytes) },
    ...peer(manifest, (json) => parseNpmLockV2Project(json, file.text, { ...options, honorAliases: true })),
  ];
}

function pnpmRunners(file: CorpusFile): readonly Runner[] {
  const bytes = Buffer.from(file.text);
  const manifest = manifestBeside(file.path);
  const options = {
    includeDevDeps: true,
    includeOptionalDeps: true,
    includePeerDeps: false,
    pruneWithinTopLevelDeps: true,
    strictOutOfSync: false,
  };
  return [
    { name: "js-yaml", role: "floor", run: () => load(bytes.toString("utf8")) },
    { name: "ours", role: "ours", run: () => read(file.path, bytes) },
    ...peer(manifest, (json) => parsePnpmProject(json, file.text, options)),
  ];
}

function peer(manifest: string | null, run: (manifest: string) => Promise<unknown>): readonly Runner[] {
  return manifest === null ? [] : [{ name: "snyk", role: "peer", run: () => run(manifest) }];
}

function manifestBeside(path: string): string | null {
  return corpusText(path.replace(/[^/]+$/, "package.json"));
}

function npmRows(file: CorpusFile, measured: readonly Measured[]): readonly BenchRow[] {
  return [rowAgainstFloor(title(file), measured, NPM_MOST_TIMES_FLOOR), ...fasterRow(file, measured)];
}

function pnpmRows(file: CorpusFile, measured: readonly Measured[]): readonly BenchRow[] {
  return [rowAgainstFloor(title(file), measured, PNPM_MOST_TIMES_FLOOR), ...fasterRow(file, measured)];
}

function fasterRow(file: CorpusFile, measured: readonly Measured[]): readonly BenchRow[] {
  const snyk = measured.find((one) => one.role === "peer");
  const ours = measured.find((one) => one.role === "ours");
  if (!snyk || !ours) return [];
  const times = snyk.milliseconds / ours.milliseconds;
  const met = { limit: `≥ ${LEAST_TIMES_FASTER}× faster than the peer`, holds: times >= LEAST_TIMES_FASTER };
  return [
    {
      what: `${title(file)}, peer to ours`,
      floor: "",
      peers: "",
      ours: "",
      ratio: `${times.toFixed(1)}×`,
      met,
    },
  ];
}

function title(file: CorpusFile): string {
  const [product, ...rest] = file.path.split("/").slice(-3);
  return `${[product, ...rest].join("/")}, ${(file.text.length / 1e6).toFixed(2)} MB`;
}
