/** Made-up SBOMs of any size, for benchmarks and for tests of growth. The same arguments give the same text. */
export interface SbomSize {
  readonly components: number;
  /** Mean number of other components that each needs. */
  readonly needs: number;
}

/** A CycloneDX 1.5 document in the manner of cdxgen: purl, hashes, licence, references, properties, every need stated. */
export function generateCycloneDx({ components, needs }: SbomSize): string {
  const random = randomFrom(components);
  const refs = Array.from(
    { length: components },
    (_, index) => `pkg:npm/%40scope-${index % 97}/package-${index}@${index % 9}.${index % 31}.0`,
  );
  const bom = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "root", name: "generated", version: "1.0.0" } },
    components: refs.map((purl, index) => generatedComponent(purl, index)),
    dependencies: [
      { ref: "root", dependsOn: refs.filter((_, index) => index % 40 === 0) },
      ...refs.map((ref, index) => ({ ref, dependsOn: laterRefs(refs, index, needs, random) })),
    ],
  };
  return JSON.stringify(bom, null, 2);
}

/** About 1.7, 8.6 and 17 MB of text, the sizes of goal P1. */
export const sizesOfGoal = [
  { name: "1.7 MB", components: 1_310, needs: 3 },
  { name: "8.6 MB", components: 6_610, needs: 3 },
  { name: "17 MB", components: 13_060, needs: 3 },
] as const;

function generatedComponent(purl: string, index: number): object {
  const repository = `https://github.com/scope-${index % 97}/repository-${index % 1_009}`;
  return {
    type: "library",
    "bom-ref": purl,
    group: `@scope-${index % 97}`,
    name: `package-${index}`,
    version: `${index % 9}.${index % 31}.0`,
    description: "A package that somebody made up, to fill a document with what real ones hold.",
    scope: index % 7 === 0 ? "optional" : "required",
    hashes: [{ alg: "SHA-512", content: index.toString(16).padStart(128, "0f1e2d3c4b5a") }],
    licenses: [{ license: { id: index % 3 === 0 ? "MIT" : "Apache-2.0" } }],
    purl,
    externalReferences: [
      { type: "website", url: `${repository}#readme` },
      { type: "vcs", url: `git+${repository}.git` },
    ],
    properties: [
      { name: "SrcFile", value: "package-lock.json" },
      { name: "LocalNodeModulesPath", value: `node_modules/@scope-${index % 97}/package-${index}` },
    ],
  };
}

function laterRefs(
  refs: readonly string[],
  index: number,
  needs: number,
  random: () => number,
): readonly string[] {
  const wanted = new Set<string>();
  for (let count = Math.floor(random() * (2 * needs + 1)); count > 0; count -= 1) {
    const ref = refs[index + 1 + Math.floor(random() * 200)];
    if (ref !== undefined) wanted.add(ref);
  }
  return [...wanted];
}

/** Mulberry32: small, seeded and good enough to shape a graph. Values in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
