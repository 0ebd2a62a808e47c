import type { InventoryRoot, Scope } from "@headwater/domain/usage";
import { ROOT_INDEX } from "@headwater/domain/usage";
import type { Draft, DraftComponent } from "../../lockfile/draft.ts";
import { NOTHING_STATED } from "../../lockfile/draft.ts";
import { lockedPurl } from "../../lockfile/purl.ts";
import { declare } from "../../lockfile/scopes.ts";
import type { NeedOfModule, Selected } from "./selection.ts";
import { replacementOf } from "./selection.ts";
import type { GoMod } from "./schema.ts";

export interface ModuleDraft extends Draft {
  /** Modules that are replaced by a folder: own code. */
  readonly members: readonly InventoryRoot[];
}

const OWN_CODE = -1;

/** Reads the output of `go mod graph`: a line `module@version module@version` a requirement; the main module has no version. */
export function readModGraph(text: string): readonly NeedOfModule[] {
  return text.split("\n").flatMap((line) => {
    const [from, to] = line.trim().split(/\s+/);
    if (from === undefined || to === undefined) return [];
    const [fromPath = "", fromVersion = ""] = from.split("@");
    const [toPath = "", toVersion = ""] = to.split("@");
    // `go@1.21` and `toolchain@go1.21` are the language, not modules.
    return toPath === "go" || toPath === "toolchain" || toVersion === ""
      ? []
      : [[fromPath, fromVersion, toPath, toVersion] as const];
  });
}

/** Components of the selected modules, and where a graph is given, what each needs, at the selected versions. */
export function draftOf(
  mod: GoMod,
  selected: ReadonlyMap<string, Selected>,
  graph: readonly NeedOfModule[] | null,
): ModuleDraft {
  const nodes: DraftComponent[] = [];
  const declared: (Scope | null)[] = [];
  const members: InventoryRoot[] = [];
  const edges: number[] = [];
  const indexOf = new Map<string, number>();
  for (const module of selected.values()) {
    const replacement = replacementOf(module, mod.replacements);
    if (replacement !== null && replacement.by === null) {
      members.push({ ref: replacement.folder, name: module.path, version: null, purl: null });
      indexOf.set(module.path, OWN_CODE);
      continue;
    }
    const { path, version } = replacement?.by ?? module;
    const index = nodes.length;
    indexOf.set(module.path, index);
    const scope = module.toolOnly ? "dev" : "runtime";
    nodes.push({
      ref: `${path}@${version}`,
      purl: lockedPurl("golang", path, version, null),
      name: path,
      version,
      statedScope: graph === null ? scope : null,
      optionalOnly: false,
      repository: null,
      licenses: NOTHING_STATED,
      funding: NOTHING_STATED,
    });
    declared.push(null);
    if (!module.direct) continue;
    edges.push(ROOT_INDEX, index);
    declare(declared, index, scope);
  }
  if (graph !== null) connect(graph, selected, indexOf, edges, declared);
  return { nodes, edges, declared, members };
}

/** Requirements of versions that were not selected are pruned; those that lead anywhere lead to the selected version. */
function connect(
  graph: readonly NeedOfModule[],
  selected: ReadonlyMap<string, Selected>,
  indexOf: ReadonlyMap<string, number>,
  edges: number[],
  declared: (Scope | null)[],
): void {
  for (const [from, fromVersion, to] of graph) {
    if (fromVersion === "" || selected.get(from)?.version !== fromVersion) continue;
    const source = indexOf.get(from);
    const target = indexOf.get(to);
    if (source === undefined || target === undefined || target === OWN_CODE) continue;
    if (source === OWN_CODE) {
      edges.push(ROOT_INDEX, target);
      declare(declared, target, "runtime");
    } else edges.push(source, target);
  }
}
