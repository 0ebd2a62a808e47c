import type { DependencyKind, Importer, Lock, LockEntry, LockListener, References } from "./schema.ts";

/** A key that stands twice in one mapping; thrown by the builder and caught by the reader's caller. */
export class DuplicateKey extends Error {
  readonly key: string;
  readonly line: number;
  constructor(key: string, line: number) {
    super(`${key} stands twice in one mapping`);
    this.key = key;
    this.line = line;
  }
}

type Section = "importers" | "packages" | "snapshots" | DependencyKind;

const SECTIONS: ReadonlySet<string> = new Set<Section>([
  "importers",
  "packages",
  "snapshots",
  "dependencies",
  "optionalDependencies",
  "devDependencies",
]);

/** Builds the lock from what a reader tells, keeping only what the graph needs. */
export class LockBuilder implements LockListener {
  /** While no instance lives, a collection of garbage makes the engine forget the class, and its optimised code with it. */
  static readonly kept: LockListener = new LockBuilder();

  private version: string | null = null;
  private shrinkwrapVersion: string | null = null;
  private readonly sections = new Set<string>();
  private section: Section = "packages";
  private readonly importers = new Map<string, Importer>();
  private importer: Importer | null = null;
  private readonly packages = new Map<string, LockEntry>();
  private readonly snapshots = new Map<string, LockEntry>();
  private entry: LockEntry | null = null;
  private readonly fields = new Set<string>();
  private references: References | null = null;
  private inResolution = false;
  private dependency = "";

  open(depth: number, key: string, line: number): boolean {
    if (depth === 0) return this.openSection(key, line);
    switch (this.section) {
      case "packages":
      case "snapshots":
        return depth === 1 ? this.openEntry(key, line) : this.openField(depth, key, line);
      case "importers":
        if (depth === 1) return this.openImporter(key, line);
        if (depth === 2) return this.openKind(key, line);
        return this.openDependency(depth, 3, key);
      default:
        return this.openDependency(depth, 1, key);
    }
  }

  scalar(depth: number, key: string, value: string, line: number): void {
    if (depth === 0) this.topScalar(key, value, line);
    else if (this.section === "packages" || this.section === "snapshots")
      this.entryScalar(depth, key, value, line);
    else this.importerScalar(depth, this.section === "importers" ? 3 : 1, key, value, line);
  }

  finish(): Lock {
    return {
      version: this.version,
      shrinkwrapVersion: this.shrinkwrapVersion,
      importers: [...this.importers.values()],
      packages: this.packages,
      snapshots: this.sections.has("snapshots") ? this.snapshots : null,
      sections: this.sections.size,
    };
  }

  private openSection(key: string, line: number): boolean {
    if (this.sections.has(key)) throw new DuplicateKey(key, line);
    this.sections.add(key);
    if (!isSection(key)) return false;
    this.section = key;
    if (key === "importers" || key === "packages" || key === "snapshots") return true;
    // A lockfile of a single project before version 9 has the root's dependencies at its top.
    this.importer = this.importers.get(".") ?? newImporter(".", line);
    this.importers.set(".", this.importer);
    this.references = new Map();
    this.importer.references[key] = this.references;
    return true;
  }

  private topScalar(key: string, value: string, line: number): void {
    if (this.sections.has(key)) throw new DuplicateKey(key, line);
    this.sections.add(key);
    if (key === "lockfileVersion") this.version = value;
    else if (key === "shrinkwrapVersion") this.shrinkwrapVersion = value;
  }

  private openEntry(key: string, line: number): boolean {
    const entries = this.section === "packages" ? this.packages : this.snapshots;
    const before = entries.size;
    this.entry = {
      key,
      ordinal: before,
      line,
      name: null,
      version: null,
      dev: null,
      optional: null,
      dependencies: null,
      optionalDependencies: null,
      tarball: null,
      repo: null,
      commit: null,
      directory: null,
    };
    entries.set(key, this.entry);
    // Asking for the key first would hash it, which is long with its peers, a second time.
    if (entries.size === before) throw new DuplicateKey(key, line);
    if (this.fields.size > 0) this.fields.clear();
    return true;
  }

  private openField(depth: number, key: string, line: number): boolean {
    if (depth !== 2 || this.entry === null) return false;
    this.inResolution = key === "resolution";
    this.references = null;
    if (key !== "dependencies" && key !== "optionalDependencies") return this.inResolution;
    if (this.fields.has(key)) throw new DuplicateKey(key, line);
    this.fields.add(key);
    this.references = new Map();
    this.entry[key] = this.references;
    return true;
  }

  private entryScalar(depth: number, key: string, value: string, line: number): void {
    const entry = this.entry;
    if (entry === null) return;
    if (depth === 3 && this.references !== null) addReference(this.references, key, value, line);
    else if (depth === 3 && this.inResolution) {
      if (key === "tarball" || key === "repo" || key === "commit" || key === "directory") entry[key] = value;
    } else if (depth === 2 && (key === "dev" || key === "optional" || key === "name" || key === "version")) {
      if (entry[key] !== null) throw new DuplicateKey(key, line);
      entry[key] = value;
    }
  }

  private openImporter(path: string, line: number): boolean {
    if (this.importers.has(path)) throw new DuplicateKey(path, line);
    this.importer = newImporter(path, line);
    this.importers.set(path, this.importer);
    return true;
  }

  private openKind(key: string, line: number): boolean {
    this.references = null;
    if (this.importer === null || !isKind(key)) return false;
    if (this.importer.references[key] !== null) throw new DuplicateKey(key, line);
    this.references = new Map();
    this.importer.references[key] = this.references;
    return true;
  }

  private openDependency(depth: number, nameDepth: number, key: string): boolean {
    if (depth === nameDepth) this.dependency = key;
    return depth === nameDepth && this.references !== null;
  }

  /** Up to version 5 the reference stands beside the name, from 6 on in a mapping of its own with `specifier` and `version`. */
  private importerScalar(depth: number, nameDepth: number, key: string, value: string, line: number): void {
    if (this.references === null) return;
    if (depth === nameDepth) addReference(this.references, key, value, line);
    else if (depth === nameDepth + 1 && key === "version")
      addReference(this.references, this.dependency, value, line);
  }
}

function addReference(references: References, name: string, reference: string, line: number): void {
  const before = references.size;
  references.set(name, reference);
  if (references.size === before) throw new DuplicateKey(name, line);
}

function newImporter(path: string, line: number): Importer {
  return {
    path,
    line,
    references: { dependencies: null, optionalDependencies: null, devDependencies: null },
  };
}

function isSection(key: string): key is Section {
  return SECTIONS.has(key);
}

function isKind(key: string): key is DependencyKind {
  return key === "dependencies" || key === "optionalDependencies" || key === "devDependencies";
}
