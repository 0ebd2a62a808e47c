import type { Component, Inventory, InventoryRoot } from "@headwater/domain/usage";
import type { ProblemList } from "../problems.ts";
import type { Draft, GraphDraft } from "./draft.ts";
import { dropTwins, findTwins } from "./merge.ts";
import { placeDrafts } from "./place.ts";
import { rankOf, scopeOf } from "./rank.ts";
import { neededByNobody, reachRanks, unreached } from "./reach.ts";
import type { Rows } from "./rows.ts";
import { toPairs, toRows } from "./rows.ts";
import { isSystemPackage, shapeOf } from "./shape.ts";

/** Concludes what an SBOM's elements and edges mean together: components, directness, scopes by reach, shape. */
export function buildInventory(
  graph: GraphDraft,
  format: { readonly name: string; readonly version: string },
  problems: ProblemList,
): Inventory {
  const placed = placeDrafts(graph);
  for (const { severity, code, message, where } of placed.problems)
    problems.add(severity, code, message, where);
  const packages = picked(graph.drafts, placed.packages);
  const { drafts, rows } = withoutTwins(packages, placed.edges, problems);
  const shape = shapeOf(drafts, rows, graph.image);
  const components = shape === "list" ? asList(drafts, rows) : asGraph(drafts, rows, shape === "flat");
  explainShape(shape, rows, components, problems);
  const root = graph.root === null ? undefined : graph.drafts[graph.root];
  return {
    format: format.name,
    formatVersion: format.version,
    root: root === undefined ? null : asRoot(root),
    members: picked(graph.drafts, placed.members).map(asRoot),
    components,
    edges: toPairs(rows),
    shape,
    problems: problems.list(),
  };
}

function picked(drafts: readonly Draft[], indices: readonly number[]): readonly Draft[] {
  const list: Draft[] = [];
  for (const index of indices) {
    const draft = drafts[index];
    if (draft !== undefined) list.push(draft);
  }
  return list;
}

function withoutTwins(
  packages: readonly Draft[],
  edges: Parameters<typeof toRows>[0],
  problems: ProblemList,
): { readonly drafts: readonly Draft[]; readonly rows: Rows } {
  const rows = toRows(edges, packages.length);
  // Refs stand once, so purls that serve as refs do too: most makers write them so, and no purl is looked up.
  if (packages.every(({ purl, ref }) => purl === null || purl === ref)) return { drafts: packages, rows };
  const firstOf = findTwins(
    packages.map((draft) => draft.purl),
    rows,
  );
  if (firstOf === null) return { drafts: packages, rows };
  const merged = dropTwins(edges, firstOf);
  const dropped = packages.length - merged.kept.length;
  problems.add(
    "info",
    "repeated-component",
    `${dropped} repeated listings of a package with the same needs were merged`,
    null,
  );
  const strongest = strongestScopes(packages, firstOf);
  const drafts = merged.kept.flatMap((index) => {
    const draft = packages[index];
    return draft === undefined ? [] : [{ ...draft, scope: strongest[index] ?? null }];
  });
  return { drafts, rows: merged.rows };
}

function strongestScopes(packages: readonly Draft[], firstOf: Int32Array): readonly Draft["scope"][] {
  const strongest = packages.map((draft) => draft.scope);
  for (const [index, draft] of packages.entries()) {
    const first = firstOf[index] ?? index;
    if (rankOf(draft.scope) < rankOf(strongest[first] ?? null)) strongest[first] = draft.scope;
  }
  return strongest;
}

function asList(drafts: readonly Draft[], rows: Rows): readonly Component[] {
  const own = ownRanks(drafts);
  const ranks = reachRanks(rows, own, declaredRanks(rows, own));
  return drafts.map((draft, index) => component(draft, ranks[index] ?? unreached, null));
}

/** In a flat file the packages of the operating system have no directness; what else lies in the image may have one. */
function asGraph(drafts: readonly Draft[], rows: Rows, flat: boolean): readonly Component[] {
  const own = ownRanks(drafts);
  const declared = declaredRanks(rows, own);
  const ranks = reachRanks(rows, own, declared);
  const noEdges = rows.target.length === 0;
  return drafts.map((draft, index) => {
    const cannotTell = flat && (noEdges || isSystemPackage(draft));
    return component(draft, ranks[index] ?? unreached, cannotTell ? null : (declared[index] ?? unreached));
  });
}

function ownRanks(drafts: readonly Draft[]): Uint8Array {
  const ranks = new Uint8Array(drafts.length);
  for (let index = 0; index < drafts.length; index += 1) ranks[index] = rankOf(drafts[index]?.scope ?? null);
  return ranks;
}

/**
 * Rank under which each direct component is declared: by the root's needs or, where it states none, by its own word;
 * `unreached` for the others.
 */
function declaredRanks(rows: Rows, own: Uint8Array): Uint8Array {
  const declared = new Uint8Array(own.length).fill(unreached);
  const rootNeeds = rows.start[1] ?? 0;
  for (let at = 0; at < rootNeeds; at += 1) {
    const target = rows.target[at] ?? 0;
    declared[target] = Math.max(rows.rank[at] ?? 0, own[target] ?? 0);
  }
  if (rootNeeds > 0) return declared;
  for (const target of neededByNobody(rows, own.length)) declared[target] = own[target] ?? 0;
  return declared;
}

/** `declared` is the rank under which it is direct, `unreached` where it is not, null where the file cannot tell. */
function component(draft: Draft, rank: number, declared: number | null): Component {
  const declaredRank = declared === unreached ? null : declared;
  return {
    ref: draft.ref,
    purl: draft.purl,
    name: draft.name,
    version: draft.version,
    scope: rank === unreached ? (draft.scope ?? "runtime") : scopeOf(rank),
    direct: declared === null ? null : declaredRank !== null,
    declaredScope: declaredRank === null ? null : scopeOf(declaredRank),
    repository: draft.repository,
    licenses: draft.licenses,
    funding: draft.funding,
  };
}

function asRoot(draft: Draft): InventoryRoot {
  return { ref: draft.ref, name: draft.name, version: draft.version, purl: draft.purl };
}

function explainShape(
  shape: Inventory["shape"],
  rows: Rows,
  components: readonly Component[],
  problems: ProblemList,
): void {
  const rootNeeds = rows.start[1] ?? 0;
  if (components.length === 0)
    problems.add("warning", "no-components", "The file lists no package that is used.", null);
  else if (shape === "list") {
    problems.add(
      "info",
      "list",
      "No component is said to need another, so direct and indirect ones cannot be told apart.",
      null,
    );
  } else if (shape === "flat") {
    problems.add(
      "info",
      "flat",
      "Packages of an operating system: they count as one dependency, split over its projects.",
      null,
    );
  } else if (rootNeeds === 0) {
    problems.add(
      "info",
      "direct-inferred",
      "The file does not say what its root needs; components that no other needs are taken as direct.",
      null,
    );
  } else if (rootNeeds === 1 && components.length > 2) {
    problems.add(
      "info",
      "single-direct",
      "The root needs one component only, and everything else hangs below it.",
      null,
    );
  }
}
