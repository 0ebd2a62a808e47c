import type { ParseResult } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import { assemble } from "../../lockfile/assemble.ts";
import { lockedPurl } from "../../lockfile/purl.ts";
import { collectProblems } from "../../problems.ts";
import { refuse } from "../../refuse.ts";
import { draftOf, readModGraph } from "./graph.ts";
import { readGoMod } from "./read.ts";
import { selectModules } from "./selection.ts";
import { listsOnlyDirect } from "./version.ts";

/** Reads go.mod: a graph where the output of `go mod graph` lies beside it, else the list of direct and indirect modules. */
export function parse({ text, beside }: InventoryFile): ParseResult {
  const problems = collectProblems();
  const mod = readGoMod(text, problems);
  if (mod === null)
    return refuse("not-an-inventory", "The file has none of the directives of a go.mod.", null);
  const graphText = beside.get("go.mod.graph");
  const graph = graphText === undefined ? null : readModGraph(graphText);
  const selected = selectModules(mod, graph, beside, problems);
  if (listsOnlyDirect(mod.goVersion) && beside.size === 0) {
    problems.add(
      "info",
      "indirect-unlisted",
      "Before Go 1.17 go.mod does not list all indirect modules; send go.sum or `go mod graph` along.",
      null,
    );
  }
  const draft = draftOf(mod, selected, graph);
  const { components, edges } = assemble(draft);
  return {
    kind: "inventory",
    inventory: {
      format: "go-mod",
      formatVersion: mod.goVersion ?? "",
      root: {
        ref: mod.module ?? "",
        name: mod.module,
        version: null,
        purl: mod.module === null ? null : lockedPurl("golang", mod.module, null, null),
      },
      members: draft.members,
      components,
      // Without a graph nobody knows who needs whom: directness is with each component.
      edges: graph === null ? new Int32Array(0) : edges,
      shape: graph === null ? "modelled" : "graph",
      problems: problems.list(),
    },
  };
}
