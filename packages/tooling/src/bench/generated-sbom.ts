/** A CycloneDX 1.5 document of about the given size, the same bytes for the same size; shaped like what cdxgen writes. */
export function generatedSbom(bytes: number): string {
  const count = Math.round(bytes / BYTES_A_COMPONENT);
  const random = sequence(count);
  const refs = Array.from({ length: count }, (_, index) => refOf(index));
  const components = refs.map((ref, index) => ({
    type: "library",
    group: index % 3 === 0 ? "@scope" : "",
    name: `package-${index}`,
    version: `${index % 9}.${index % 13}.${index % 7}`,
    scope: index % 5 === 0 ? "optional" : "required",
    hashes: [{ alg: "SHA-512", content: index.toString(16).padStart(128, "0") }],
    licenses: [{ license: { id: index % 2 === 0 ? "MIT" : "Apache-2.0" } }],
    purl: ref,
    externalReferences: [{ type: "vcs", url: `https://git.example/owner-${index % 400}/package-${index}` }],
    "bom-ref": ref,
  }));
  const dependencies = refs.map((ref, index) => ({
    ref,
    dependsOn: [...new Set(Array.from({ length: index % 5 }, () => random(count)))]
      .filter((other) => other !== index)
      .map((other) => refs[other] ?? ref),
  }));
  const root = "pkg:npm/product@1.0.0";
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: { type: "application", name: "product", version: "1.0.0", purl: root, "bom-ref": root },
    },
    components,
    dependencies: [{ ref: root, dependsOn: refs.slice(0, Math.min(60, count)) }, ...dependencies],
  });
}

const BYTES_A_COMPONENT = 592;

function refOf(index: number): string {
  const scope = index % 3 === 0 ? "%40scope/" : "";
  return `pkg:npm/${scope}package-${index}@${index % 9}.${index % 13}.${index % 7}`;
}

/** A linear congruential generator (Numerical Recipes): the same numbers below a bound on every machine. */
export function sequence(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
