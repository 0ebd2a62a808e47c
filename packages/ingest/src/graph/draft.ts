import type { Scope } from "@headwater/domain/usage";
import type { EdgeBuffer } from "./edge-buffer.ts";
import { addEdge, edgeBuffer } from "./edge-buffer.ts";
import { rankOf } from "./rank.ts";

/**
 * `first-party`: the described software itself. `package`: something that is used. `bridge`: a thing between them that is
 * no package (the operating system or the lockfile that a scanner lists as a component); what it holds is passed on.
 */
export type DraftPart = "first-party" | "package" | "bridge";

/** One element of an SBOM as the file states it, before anything is concluded from the graph. */
export interface Draft {
  /** Unique in the file. */
  readonly ref: string;
  readonly name: string;
  readonly version: string | null;
  readonly purl: string | null;
  readonly purlType: string | null;
  readonly part: DraftPart;
  /** The file calls it an application, not a library. */
  readonly application: boolean;
  /** What the element says of its own scope; null where it says nothing. */
  readonly scope: Scope | null;
  readonly repository: string | null;
  readonly licenses: readonly string[];
  readonly funding: readonly string[];
}

/** Who needs whom, as indices into the drafts; grows while a file is read. */
export type DraftNeeds = EdgeBuffer;

export function noNeeds(): DraftNeeds {
  return edgeBuffer(1_024);
}

export function addNeed(needs: DraftNeeds, from: number, to: number, scope: Scope | null): void {
  addEdge(needs, from, to, rankOf(scope));
}

export interface GraphDraft {
  readonly drafts: readonly Draft[];
  readonly needs: DraftNeeds;
  /** Index of the described software, or null where the file describes none. */
  readonly root: number | null;
  /** The file describes a container image or an operating system. */
  readonly image: boolean;
}
