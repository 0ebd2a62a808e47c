import * as cyclonedx from "@cyclonedx/cyclonedx-library";
import { parseInventory } from "@headwater/ingest";
import { largestFiles } from "../corpus.ts";
import { generatedSbom } from "../generated-sbom.ts";
import { growthExponent, measure } from "../measure.ts";
import type { Measured, Runner } from "../measure.ts";
import { rowAgainstFloor } from "../result.ts";
import type { Bench, BenchResult, BenchRow } from "../result.ts";

const SIZES_MB = [1.7, 8.6, 17];
/** The peer is quadratic: 5 s at 1.7 MB, 160 s at 17 MB. */
const PEER_BELOW_MB = 5;
const MOST_TIMES_FLOOR = 3;
const MOST_GROWTH = 1.1;

/** From the bytes of an SBOM to a checked graph. The floor is JSON.parse of the same text. */
export const p1Sbom: Bench = { goal: "P1", run };

async function run(): Promise<BenchResult> {
  const rows: BenchRow[] = [];
  const ours: { size: number; milliseconds: number }[] = [];
  for (const megabytes of SIZES_MB) {
    const text = generatedSbom(megabytes * 1e6);
    const measured = await measureSbom(text, `generated-${megabytes}.cdx.json`, megabytes < PEER_BELOW_MB);
    ours.push({ size: text.length, milliseconds: timeOfOurs(measured) });
    rows.push(rowAgainstFloor(`generated, ${(text.length / 1e6).toFixed(1)} MB`, measured, MOST_TIMES_FLOOR));
  }
  for (const file of largestFiles(
    /cyclonedx-bom-examples.*bom[.\w]*\.json(\.gz)?$|dtrack-apiserver.*\.json(\.gz)?$/,
    2,
  )) {
    const measured = await measureSbom(file.text, file.path, false);
    rows.push(
      rowAgainstFloor(
        `${file.path.split("/").at(-1)}, ${(file.text.length / 1e6).toFixed(2)} MB`,
        measured,
        MOST_TIMES_FLOOR,
      ),
    );
  }
  const [small, , large] = ours;
  const exponent = small && large ? growthExponent(small, large) : Number.NaN;
  const growth = `Growth exponent ${exponent.toFixed(2)} (goal ≤ ${MOST_GROWTH}: ${exponent <= MOST_GROWTH ? "met" : "**missed**"}).`;
  return { goal: "P1", title: "SBOM to checked graph", rows, notes: [growth] };
}

async function measureSbom(text: string, path: string, withPeer: boolean): Promise<readonly Measured[]> {
  const bytes = Buffer.from(text);
  const validator = new cyclonedx.Validation.JsonValidator(cyclonedx.Spec.Version.v1dot5);
  const peer: Runner = {
    name: "cyclonedx-library validator",
    role: "peer",
    run: () => validator.validate(text),
  };
  return measure([
    { name: "JSON.parse", role: "floor", run: (): unknown => JSON.parse(bytes.toString("utf8")) },
    { name: "ours", role: "ours", run: () => read(path, bytes) },
    ...(withPeer ? [peer] : []),
  ]);
}

/** A refusal would be quick and prove nothing, so it stops the bench. */
export function read(path: string, bytes: Uint8Array): number {
  const result = parseInventory({ path, bytes });
  if (result.kind === "refused") throw new Error(`${path} was refused: ${result.refusal.message}`);
  return result.inventory.components.length;
}

function timeOfOurs(measured: readonly Measured[]): number {
  return measured.find((one) => one.role === "ours")?.milliseconds ?? Number.NaN;
}
