import type { Problem } from "@headwater/domain/usage";
import type { Draft, GraphDraft } from "./draft.ts";
import { addEdge, edgeBuffer, edgeLists } from "./edge-buffer.ts";
import type { EdgeLists } from "./rows.ts";

/** The edge starts or ends at the company's own software. */
const own = -1;
/** The edge starts or ends at something that is left out. */
const leftOut = -2;

export interface Placed {
  /** Indices into the drafts of those that become components, in file order. */
  readonly packages: readonly number[];
  /** Indices into the drafts of bridges that stand for own applications. */
  readonly members: readonly number[];
  readonly edges: EdgeLists;
  readonly problems: readonly Problem[];
}

/**
 * Decides which drafts are components and rewrites the edges onto them: first-party drafts and the bridges that hang on
 * them become the root; edges onto themselves, back to the root, or through what is left out are dropped and counted.
 */
export function placeDrafts(graph: GraphDraft): Placed {
  const needs = edgeLists(graph.needs);
  const ownBridges = bridgesOfRoot(graph.drafts, needs);
  const place = new Int32Array(graph.drafts.length);
  const packages: number[] = [];
  const members: number[] = [];
  for (let index = 0; index < graph.drafts.length; index += 1) {
    const draft = graph.drafts[index];
    if (draft === undefined) continue;
    const isOwn = draft.part === "first-party" || ownBridges[index] === 1;
    if (draft.part === "package" && !isOwn) {
      place[index] = packages.length;
      packages.push(index);
      continue;
    }
    place[index] = isOwn ? own : leftOut;
    if (isOwn && draft.application && draft.part !== "first-party") members.push(index);
  }
  const { edges, problems } = moveEdges(needs, place);
  return { packages, members, edges, problems };
}

function moveEdges(
  needs: EdgeLists,
  place: Int32Array,
): { readonly edges: EdgeLists; readonly problems: readonly Problem[] } {
  const moved = edgeBuffer(needs.from.length);
  let onItself = 0;
  let toRoot = 0;
  let throughLeftOut = 0;
  for (let edge = 0; edge < needs.from.length; edge += 1) {
    const needing = place[needs.from[edge] ?? 0] ?? leftOut;
    const needed = place[needs.to[edge] ?? 0] ?? leftOut;
    if (needing === leftOut || needed === leftOut) throughLeftOut += 1;
    else if (needed === own) toRoot += needing === own ? 0 : 1;
    else if (needing === needed) onItself += 1;
    else addEdge(moved, needing, needed, needs.rank[edge] ?? 0);
  }
  const problems = [
    counted(onItself, "self-dependency", "dependencies of a component on itself were dropped"),
    counted(
      toRoot,
      "dependency-on-root",
      "dependencies of components on the described software itself were dropped",
    ),
    counted(
      throughLeftOut,
      "dependency-left-out",
      "dependencies on or of elements that are no packages were dropped",
    ),
  ];
  return { edges: edgeLists(moved), problems: problems.filter((problem) => problem !== null) };
}

function counted(count: number, code: string, text: string): Problem | null {
  return count === 0 ? null : { severity: "info", code, message: `${count} ${text}`, where: null };
}

/**
 * 1 for each bridge, and each own application, that no package needs: it hangs on the root, on another such bridge, or on
 * nothing. A bridge below a package is not passed through, because n needers × m needed would let a small file become a
 * huge graph.
 */
function bridgesOfRoot(drafts: readonly Draft[], needs: EdgeLists): Uint8Array {
  const isOwn = new Uint8Array(drafts.length);
  let hasApplications = false;
  for (let index = 0; index < drafts.length; index += 1) {
    const draft = drafts[index];
    if (draft?.part === "bridge") isOwn[index] = 1;
    else if (draft?.application === true && draft.part === "package") hasApplications = true;
  }
  if (hasApplications) markOwnApplications(drafts, needs, isOwn);
  if (!isOwn.includes(1)) return isOwn;
  for (let edge = 0; edge < needs.from.length; edge += 1) {
    const needing = needs.from[edge] ?? 0;
    if (drafts[needing]?.part === "package" && isOwn[needing] === 0) isOwn[needs.to[edge] ?? 0] = 0;
  }
  return isOwn;
}

function markOwnApplications(drafts: readonly Draft[], needs: EdgeLists, isOwn: Uint8Array): void {
  const skeleton = onlyNeedOfRoot(drafts, needs);
  for (const from of needs.from) {
    const draft = drafts[from];
    if (draft !== undefined && (isLockfile(draft) || (from === skeleton && draft.application)))
      isOwn[from] = 1;
  }
}

/** Scanners list a lockfile as an application with neither purl nor version, which needs what the lockfile holds. */
function isLockfile(draft: Draft): boolean {
  return draft.application && draft.part === "package" && draft.purl === null && draft.version === null;
}

/** The one thing that the described software is said to need, or null: an application there is that software itself. */
function onlyNeedOfRoot(drafts: readonly Draft[], needs: EdgeLists): number | null {
  const needed = new Set<number>();
  for (let edge = 0; edge < needs.from.length && needed.size < 2; edge += 1) {
    if (drafts[needs.from[edge] ?? 0]?.part === "first-party") needed.add(needs.to[edge] ?? 0);
  }
  const [only = null] = needed;
  return needed.size === 1 ? only : null;
}
