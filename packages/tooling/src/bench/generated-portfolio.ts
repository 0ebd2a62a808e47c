import { randomFrom } from "@headwater/ingest/testing";

/** One repository's inventory, of which each revision differs from the last as a week's updates do. */
export interface GeneratedRepository {
  readonly name: string;
  readonly components: number;
  readonly revision: (number: number) => string;
}

const MEDIAN_COMPONENTS = 200;
/** Standard deviation of the logarithm: nine in ten repositories have fewer than 1,000 components, one in a hundred more than 2,500. */
const SPREAD = 1.1;
const FEWEST = 5;
const MOST = 8_000;
/** Names that all repositories draw from, the first far more often than the last, as real ones share their packages. */
const PACKAGES = 30_000;
const POPULARITY = 2.5;
/** Of a thousand components so many have another version in the next revision. */
const CHANGED_PER_MILLE = 12;

/** Repositories whose sizes are log-normal; the same for the same seed. */
export function generatedPortfolio(count: number, seed = 1): readonly GeneratedRepository[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, number) => {
    const size = Math.round(MEDIAN_COMPONENTS * Math.exp(SPREAD * normal(random)));
    return generatedRepository(
      `repository-${seed}-${number}`,
      Math.min(MOST, Math.max(FEWEST, size)),
      seed * 100_003 + number,
    );
  });
}

/** A repository of exactly so many components, as CycloneDX. */
export function generatedRepository(name: string, components: number, seed: number): GeneratedRepository {
  const random = randomFrom(seed);
  const drawn = new Set<number>();
  while (drawn.size < components) drawn.add(Math.floor(PACKAGES * random() ** POPULARITY));
  const packages = [...drawn];
  const needs = packages.map((_, place) => laterPlaces(place, components, random));
  return { name, components, revision: (number) => document(packages, needs, number) };
}

function laterPlaces(place: number, components: number, random: () => number): readonly number[] {
  const count = Math.min(Math.floor(random() * 6), components - place - 1);
  return [
    ...new Set(
      Array.from({ length: count }, () => place + 1 + Math.floor(random() * (components - place - 1))),
    ),
  ];
}

function document(
  packages: readonly number[],
  needs: readonly (readonly number[])[],
  revision: number,
): string {
  const versions = packages.map(
    (number, place) => `${number % 9}.${number % 31}.${updatesOf(place, revision)}`,
  );
  const refs = packages.map((number, place) => `pkg:npm/package-${number}@${versions[place] ?? ""}`);
  const refOf = (place: number): string => refs[place] ?? "";
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": "root", name: "generated", version: `1.0.${revision}` },
    },
    components: packages.map((number, place) => ({
      type: "library",
      "bom-ref": refOf(place),
      name: `package-${number}`,
      version: versions[place],
      purl: refOf(place),
      licenses: [{ license: { id: number % 3 === 0 ? "MIT" : "Apache-2.0" } }],
      externalReferences: [
        {
          type: "vcs",
          url: `git+https://github.com/owner-${number % 4_000}/repository-${number % 12_000}.git`,
        },
      ],
    })),
    dependencies: [
      { ref: "root", dependsOn: refs.filter((_, place) => place % 20 === 0) },
      ...needs.map((places, place) => ({ ref: refOf(place), dependsOn: places.map(refOf) })),
    ],
  });
}

/** How often the component at this place was updated until the revision: each revision updates the next few places. */
function updatesOf(place: number, revision: number): number {
  const first = Math.floor(((place * 7) % 1_000) / CHANGED_PER_MILLE);
  const cycle = Math.ceil(1_000 / CHANGED_PER_MILLE);
  return revision < first ? 0 : 1 + Math.floor((revision - first) / cycle);
}

/** Box and Muller: a number of the standard normal distribution. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
