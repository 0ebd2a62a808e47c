/** The rules of a purl type that change its text or what may stand in it (purl-spec, types/<type>-definition.json). */
export interface TypeRules {
  readonly namespace: "required" | "optional" | "prohibited";
  readonly lowerCase: "nothing" | "namespace" | "name" | "both";
  /** A slash in a name of these types was encoded by mistake: `pkg:npm/%40babel%2Fcore` is `@babel/core`. */
  readonly slashInName: "kept" | "separates";
}

const DEFAULT: TypeRules = { namespace: "optional", lowerCase: "nothing", slashInName: "kept" };
const PATH: TypeRules = { ...DEFAULT, slashInName: "separates" };
const FORGE: TypeRules = { namespace: "required", lowerCase: "both", slashInName: "separates" };
const FLAT: TypeRules = { ...DEFAULT, namespace: "prohibited" };
const DISTRIBUTION: TypeRules = { ...DEFAULT, lowerCase: "both" };

/**
 * Two departures, because real inventories would be refused otherwise: golang and deb may stand without a namespace
 * (`pkg:golang/stdlib`), and oci and docker images may carry one. Go paths keep their case: the note of the type says
 * lower case, its `case_sensitive` says otherwise, and Go itself tells them apart.
 */
const RULES = new Map<string, TypeRules>([
  ["alpm", DISTRIBUTION],
  ["apk", DISTRIBUTION],
  ["bitbucket", FORGE],
  ["bitnami", { ...DEFAULT, lowerCase: "name" }],
  ["cargo", FLAT],
  ["cocoapods", FLAT],
  ["composer", FORGE],
  ["cran", FLAT],
  ["deb", DISTRIBUTION],
  ["docker", PATH],
  ["gem", FLAT],
  ["github", FORGE],
  ["githubactions", FORGE],
  ["gitlab", FORGE],
  ["golang", PATH],
  ["hackage", FLAT],
  ["hex", DISTRIBUTION],
  ["luarocks", DISTRIBUTION],
  ["maven", { ...DEFAULT, namespace: "required" }],
  ["npm", PATH],
  ["nuget", FLAT],
  ["oci", { ...PATH, lowerCase: "name" }],
  ["pub", { ...FLAT, lowerCase: "name" }],
  ["pypi", { ...FLAT, lowerCase: "name" }],
  ["rpm", { ...DEFAULT, lowerCase: "namespace" }],
  ["swift", { ...PATH, namespace: "required" }],
]);

export function rulesOf(type: string): TypeRules {
  return RULES.get(type) ?? DEFAULT;
}

export function normalizeNamespace(type: string, namespace: string): string {
  const { lowerCase } = rulesOf(type);
  return lowerCase === "both" || lowerCase === "namespace" ? namespace.toLowerCase() : namespace;
}

export function normalizeName(type: string, name: string): string {
  const { lowerCase } = rulesOf(type);
  const cased = lowerCase === "both" || lowerCase === "name" ? name.toLowerCase() : name;
  if (type === "pypi") return cased.replaceAll("_", "-");
  if (type === "pub") return cased.replace(/[^a-z0-9_]/g, "_");
  return cased;
}
