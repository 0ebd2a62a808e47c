import { matchesGlob } from "node:path";

/** Folders that hold other people's code, build output or test data: what lies in them is no inventory of the product. */
const skippedFolders: readonly (readonly [reason: string, names: readonly string[]])[] = [
  [
    "packages that were installed",
    [
      "node_modules",
      "bower_components",
      "jspm_packages",
      "vendor",
      "third_party",
      "site-packages",
      "Pods",
      "Carthage",
    ],
  ],
  ["environments and build output", ["venv", "virtualenv", "__pypackages__", "target", "dist", "build"]],
  [
    "test data",
    [
      "fixtures",
      "__fixtures__",
      "fixture",
      "testdata",
      "test-data",
      "test_data",
      "__tests__",
      "__mocks__",
      "testresources",
    ],
  ],
  ["examples", ["examples", "example", "samples", "sample", "demos"]],
];
const skipped = new Set(skippedFolders.flatMap(([, names]) => names));

/** Hidden folders (`.git`, `.venv`, `.cache`) are skipped too. */
export function isSkippedFolder(name: string): boolean {
  return skipped.has(name) || name.startsWith(".");
}

/** What a user adds to the rules: globs of paths below the folder that is scanned. */
export interface ScanRules {
  /** Read although a rule skips it. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Whether an inventory at this path (relative, with `/`) counts. */
export function counts(path: string, { include, exclude }: ScanRules): boolean {
  if (include.some((glob) => matches(path, glob))) return true;
  if (exclude.some((glob) => matches(path, glob))) return false;
  return !path.split("/").slice(0, -1).some(isSkippedFolder);
}

/** Whether it can be left alone as a whole. A repository's own storage holds no inventory, whatever is included. */
export function isClosedFolder(name: string, { include }: ScanRules): boolean {
  return name === ".git" || (include.length === 0 && isSkippedFolder(name));
}

/** A folder's name stands for all below it: `legacy` is `legacy/**`. */
function matches(path: string, glob: string): boolean {
  const bare = glob.replace(/^\.\//, "").replace(/\/+$/, "");
  return matchesGlob(path, bare) || matchesGlob(path, `${bare}/**`);
}

export function rulesInWords(): readonly string[] {
  return [
    "An inventory is a file with the name of a known format, plain or as .gz; other .json files whose name speaks of an SBOM are looked into.",
    "Of a file and its .gz the plain one is read; npm-shrinkwrap.json goes before package-lock.json in one folder, as in npm.",
    "Each folder at the first level is a product; inventories in the folder itself are a product with its name; --product NAME makes all one.",
    "These folders are skipped, wherever they are:",
    ...skippedFolders.map(([reason, names]) => `  ${reason}: ${names.join(", ")}`),
    "  hidden folders: all whose name begins with a dot",
    "Symbolic links are not followed.",
    "--include GLOB reads what a rule skips, --exclude GLOB skips more; globs are of paths below DIR.",
  ];
}
