/** A product as a test draws it: what stands at its root, and what each component needs. */
export interface DrawnInventory {
  readonly direct: readonly string[];
  /** Directly named for development only. */
  readonly dev?: readonly string[];
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** `1.0.0` where nothing else is said. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Repository that the file states for a component. */
  readonly repositories?: Readonly<Record<string, string>>;
}

/** The drawn inventory as a CycloneDX file; a component `a` is the package pkg:npm/a. */
export function cycloneDx({
  direct,
  dev = [],
  needs = {},
  versions = {},
  repositories = {},
}: DrawnInventory): Uint8Array {
  const names = [
    ...new Set([...direct, ...dev, ...Object.keys(needs), ...Object.values(needs).flat()]),
  ].sort();
  const components = names.map((name) => {
    const version = versions[name] ?? "1.0.0";
    const repository = repositories[name];
    return {
      type: "library",
      "bom-ref": name,
      name,
      version,
      purl: `pkg:npm/${name}@${version}`,
      ...(dev.includes(name) && !direct.includes(name) ? { scope: "excluded" } : {}),
      ...(repository === undefined
        ? {}
        : { externalReferences: [{ type: "vcs", url: `https://${repository}` }] }),
    };
  });
  const dependencies = [
    { ref: "root", dependsOn: [...direct, ...dev] },
    ...names.map((ref) => ({ ref, dependsOn: needs[ref] ?? [] })),
  ];
  const metadata = { component: { type: "application", "bom-ref": "root", name: "root" } };
  return new TextEncoder().encode(
    JSON.stringify({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      metadata,
      components,
      dependencies,
    }),
  );
}
