import type { JsonScan } from "../../json/scan.ts";
import {
  another,
  jsonScan,
  nameOf,
  NotScanned,
  openBrace,
  openContainer,
  peek,
  scanEnd,
  scanName,
  scanUniqueName,
  scanValue,
  skipValue,
} from "../../json/scan.ts";
import { NOTHING_STATED } from "../../lockfile/draft.ts";
import type { ProblemList } from "../../problems.ts";
import { collectProblems } from "../../problems.ts";
import { NO_PEERS, optionalPeersIn } from "./entry.ts";
import { fundingAddresses, licenseNames } from "./funding.ts";
import { addEntry, emptyTree, finishTree, leaveOut } from "./packages.ts";
import type { InstallTree, PackageEntry } from "./schema.ts";

export interface ScannedLock {
  readonly lockfileVersion: 2 | 3;
  readonly name: string | null;
  readonly version: string | null;
  readonly tree: InstallTree;
  readonly problems: ProblemList;
}

/**
 * Reads a file of version 2 or 3 in one pass, without parsing the half of it that is thrown away. Null where it is
 * another one, or has something in it that the scanner leaves to JSON.parse; then the general way decides what it is.
 */
export function scanLock(text: string): ScannedLock | null {
  try {
    return readScanned({ scan: jsonScan(text, FIELDS), problems: collectProblems(), lastList: [], lists: 0 });
  } catch (error) {
    if (error instanceof NotScanned) return null;
    throw error;
  }
}

const FIELDS = [
  "name",
  "version",
  "lockfileVersion",
  "packages",
  "resolved",
  "dev",
  "optional",
  "devOptional",
  "link",
  "extraneous",
  "license",
  "funding",
  "dependencies",
  "optionalDependencies",
  "devDependencies",
  "peerDependencies",
  "peerDependenciesMeta",
] as const;

/** A plain object for the reason that span-table.ts gives. */
interface LockScan {
  readonly scan: JsonScan;
  readonly problems: ProblemList;
  /** Number of a name → the list in which it stood last, to see a name that stands twice in one. */
  readonly lastList: number[];
  lists: number;
}

function readScanned(lock: LockScan): ScannedLock {
  const { scan, problems } = lock;
  const seen = new Set<number>();
  let name: string | null = null;
  let version: string | null = null;
  let lockfileVersion: unknown;
  let tree: InstallTree | null = null;
  for (let more = openContainer(scan, openBrace); more; more = another(scan, openBrace)) {
    const field = scanName(scan);
    if (seen.size === seen.add(field).size) throw new NotScanned();
    if (FIELDS[field] === "name") name = stringOrNull(scan);
    else if (FIELDS[field] === "version") version = stringOrNull(scan);
    else if (FIELDS[field] === "packages") tree = scanPackages(lock);
    else if (FIELDS[field] === "lockfileVersion") {
      lockfileVersion = scanValue(scan);
      if (lockfileVersion !== 2 && lockfileVersion !== 3) throw new NotScanned();
    } else skipValue(scan, 0);
  }
  scanEnd(scan);
  if (tree === null || (lockfileVersion !== 2 && lockfileVersion !== 3)) throw new NotScanned();
  return { lockfileVersion, name, version, tree, problems };
}

function scanPackages(lock: LockScan): InstallTree {
  const { scan, problems } = lock;
  const tree = emptyTree();
  const paths = new Set<string>();
  for (let more = openContainer(scan, openBrace); more; more = another(scan, openBrace)) {
    const path = scanUniqueName(scan);
    if (paths.size === paths.add(path).size || isIndex(path)) throw new NotScanned();
    if (peek(scan) === openBrace) addEntry(tree, path, scanEntry(lock), problems);
    else {
      skipValue(scan, 0);
      leaveOut(path, problems);
    }
  }
  return finishTree(tree, (path) => paths.has(path), problems);
}

function scanEntry(lock: LockScan): PackageEntry {
  const { scan } = lock;
  const entry = emptyEntry();
  let seen = 0;
  for (let more = openContainer(scan, openBrace); more; more = another(scan, openBrace)) {
    const field = scanName(scan);
    if (field >= FIELDS.length) {
      skipValue(scan, 0);
      continue;
    }
    if ((seen & (1 << field)) !== 0) throw new NotScanned();
    seen |= 1 << field;
    scanField(lock, field, entry);
  }
  return entry;
}

function scanField(lock: LockScan, field: number, entry: Mutable<PackageEntry>): void {
  const { scan } = lock;
  const name = FIELDS[field];
  switch (name) {
    case "name":
    case "version":
    case "resolved":
      entry[name] = stringOrNull(scan);
      break;
    case "dev":
    case "optional":
    case "devOptional":
    case "link":
    case "extraneous":
      entry[name] = scanValue(scan) === true;
      break;
    case "license":
      entry.licenses = licenseNames(scanValue(scan));
      break;
    case "funding":
      entry.funding = fundingAddresses(scanValue(scan));
      break;
    case "dependencies":
    case "optionalDependencies":
    case "devDependencies":
    case "peerDependencies":
      entry[name] = scanNames(lock);
      break;
    case "peerDependenciesMeta":
      entry.optionalPeers = optionalPeersIn(scanValue(scan));
      break;
    default:
      skipValue(scan, 0);
  }
}

function stringOrNull(scan: JsonScan): string | null {
  const value = scanValue(scan);
  return typeof value === "string" && value !== "" ? value : null;
}

function scanNames(lock: LockScan): readonly string[] {
  const { scan, lastList } = lock;
  if (peek(scan) !== openBrace) {
    skipValue(scan, 0);
    return NOTHING_STATED;
  }
  const list = ++lock.lists;
  const names: string[] = [];
  for (let more = openContainer(scan, openBrace); more; more = another(scan, openBrace)) {
    const number = scanName(scan);
    const name = nameOf(scan, number);
    if (lastList[number] === list || isIndex(name)) throw new NotScanned();
    lastList[number] = list;
    names.push(name);
    skipValue(scan, 0);
  }
  return names;
}

/** JavaScript sorts members with such names before all others, so that JSON.parse forgets their place. */
function isIndex(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d+$/.test(name);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function emptyEntry(): Mutable<PackageEntry> {
  return {
    name: null,
    version: null,
    resolved: null,
    dev: false,
    optional: false,
    devOptional: false,
    link: false,
    extraneous: false,
    licenses: NOTHING_STATED,
    funding: NOTHING_STATED,
    dependencies: NOTHING_STATED,
    optionalDependencies: NOTHING_STATED,
    devDependencies: NOTHING_STATED,
    peerDependencies: NOTHING_STATED,
    optionalPeers: NO_PEERS,
  };
}
