import type { ProblemList } from "../../problems.ts";
import type { GoMod, Module, Replacement } from "./schema.ts";
import { compareVersions, listsOnlyDirect } from "./version.ts";

/** A module of the build list, before replacement. */
export interface Selected extends Module {
  readonly direct: boolean;
  /** True for a tool that no own code imports. */
  readonly toolOnly: boolean;
}

export type NeedOfModule = readonly [from: string, fromVersion: string, to: string, toVersion: string];

/** The build list: what go.mod lists, and for Go before 1.17 what lies beside it. One version a path, the highest asked for. */
export function selectModules(
  mod: GoMod,
  graph: readonly NeedOfModule[] | null,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): ReadonlyMap<string, Selected> {
  const selected = new Map<string, Selected>();
  for (const { path, version, indirect, line } of mod.requirements) {
    const known = selected.get(path);
    if (known !== undefined)
      problems.add(
        "info",
        "required-twice",
        `${path} is required twice; Go takes the higher version.`,
        `line ${line}`,
      );
    const higher =
      known === undefined || compareVersions(version, known.version) > 0 ? version : known.version;
    const isTool = mod.tools.some((tool) => tool === path || tool.startsWith(`${path}/`));
    selected.set(path, {
      path,
      version: higher,
      direct: known?.direct === true || !indirect || isTool,
      toolOnly: indirect && isTool,
    });
  }
  if (listsOnlyDirect(mod.goVersion)) addUnlisted(selected, graph, beside, problems);
  return selected;
}

function addUnlisted(
  selected: Map<string, Selected>,
  graph: readonly NeedOfModule[] | null,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): void {
  const vendored = beside.get("vendor/modules.txt");
  const sums = beside.get("go.sum");
  const unlisted =
    vendored !== undefined
      ? modulesOfVendor(vendored)
      : graph !== null
        ? modulesOfGraph(graph)
        : sums === undefined
          ? []
          : modulesOfSums(sums);
  const listed = new Set(selected.keys());
  let added = 0;
  for (const { path, version } of unlisted) {
    if (listed.has(path)) continue;
    const known = selected.get(path);
    if (known === undefined) added++;
    if (known !== undefined && compareVersions(version, known.version) <= 0) continue;
    selected.set(path, { path, version, direct: false, toolOnly: false });
  }
  if (added > 0)
    problems.add(
      "info",
      "modules-from-beside",
      `Before Go 1.17 go.mod lists only direct modules: ${added} more were taken from the files beside it.`,
      null,
    );
}

/** `# path version` or `# path version => …` */
function modulesOfVendor(text: string): readonly Module[] {
  return text.split("\n").flatMap((line) => {
    const [mark, path, version] = line.split(" ");
    return mark === "#" && path !== undefined && version?.startsWith("v") === true ? [{ path, version }] : [];
  });
}

function modulesOfGraph(graph: readonly NeedOfModule[]): readonly Module[] {
  return graph.map(([, , path, version]) => ({ path, version }));
}

/** Lines with a hash of the module itself; those of a go.mod alone (`v1.0.0/go.mod`) stand for modules that were only asked about. */
function modulesOfSums(text: string): readonly Module[] {
  return text.split("\n").flatMap((line) => {
    const [path, version, hash] = line.trim().split(/\s+/);
    const isModule =
      path !== undefined && version !== undefined && hash !== undefined && !version.endsWith("/go.mod");
    return isModule ? [{ path, version }] : [];
  });
}

/** The replacement of a module; one for its very version goes before one for all. */
export function replacementOf(
  { path, version }: Module,
  replacements: readonly Replacement[],
): Replacement | null {
  return (
    replacements.find((one) => one.path === path && one.version === version) ??
    replacements.find((one) => one.path === path && one.version === null) ??
    null
  );
}
