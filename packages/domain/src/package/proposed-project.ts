import { vanityProject } from "./go-vanity.ts";
import { parsePurl } from "./parse.ts";
import { printPurl } from "./print.ts";
import type { Purl } from "./purl.ts";

/** What an ecosystem's customs suggest, for a person to accept with one click for all that the pattern covers. */
export interface ProposedProject {
  /** A project slug; `npm/@scope` for a scope whose repository nobody has named yet. */
  readonly project: string;
  /** A mapping pattern as parsePattern reads it. */
  readonly pattern: string;
  /** A sentence that says why. */
  readonly reason: string;
}

/** Null where no rule of the ecosystem suggests a project. What a package states of itself is statedProject's. */
export function proposedProject(purl: Purl | string): ProposedProject | null {
  const parsed = typeof purl === "string" ? parsePurl(purl) : purl;
  if ("error" in parsed) return null;
  if (parsed.type === "npm") return ofNpmScope(parsed);
  if (parsed.type === "golang") return ofGoPath(parsed);
  return parsed.type === "maven" ? ofMavenGroup(parsed) : null;
}

function ofNpmScope({ namespace }: Purl): ProposedProject | null {
  if (namespace === null || !namespace.startsWith("@")) return null;
  if (namespace === "@types") {
    return {
      project: "github.com/definitelytyped/definitelytyped",
      pattern: "@types/*",
      reason: "All packages of @types are published from DefinitelyTyped.",
    };
  }
  return {
    project: `npm/${namespace}`,
    pattern: `${namespace}/*`,
    reason: `Only one owner can publish under the npm scope ${namespace}.`,
  };
}

function ofGoPath({ namespace, name }: Purl): ProposedProject | null {
  const path = namespace === null ? name : `${namespace}/${name}`;
  const vanity = vanityProject(path);
  if (vanity === null) return null;
  return {
    project: vanity.project,
    pattern: `pkg:golang/${vanity.root}/*`,
    reason: `Go resolves ${vanity.root} to this repository by a public rule.`,
  };
}

/**
 * Maven Central gives `io.github.USER` and `com.github.USER` only to the account of that name, and JitPack serves
 * `com.github.USER:REPOSITORY`. A further part of the group names the repository, else the artifact probably does.
 */
function ofMavenGroup(purl: Purl): ProposedProject | null {
  const match = /^(?:io|com)\.(github|gitlab)\.([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_.-]+))?$/.exec(
    purl.namespace ?? "",
  );
  if (match === null) return null;
  const [, forge = "", user = "", repository] = match;
  const project = `${forge}.com/${user}/${repository ?? purl.name}`.toLowerCase();
  const group = purl.namespace ?? "";
  if (repository !== undefined)
    return {
      project,
      pattern: `pkg:maven/${group}/*`,
      reason: `The group ${group} names the account and the repository.`,
    };
  const pattern = printPurl({ ...purl, version: null, qualifiers: new Map(), subpath: null });
  return {
    project,
    pattern,
    reason: `The group ${group} belongs to the account ${user}; its repository probably has the artifact's name.`,
  };
}
