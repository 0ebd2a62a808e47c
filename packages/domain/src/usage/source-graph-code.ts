import { byteReader, byteWriter, type ByteReader, type ByteWriter } from "./bytes.ts";
import type { GraphShape } from "./inventory.ts";
import { NOT_DECLARED, SCOPES, type SourceGraph } from "./source-graph.ts";

/** First byte of the stored form. Another form gets another number, and the decoder learns both. */
const VERSION = 1;
const SHAPES = ["graph", "list", "flat", "modelled"] as const satisfies readonly GraphShape[];

/** Compact bytes of a source graph; equal graphs give equal bytes. */
export function encodeSourceGraph(graph: SourceGraph): Uint8Array {
  const writer = byteWriter();
  writer.byte(VERSION);
  writer.byte(SHAPES.indexOf(graph.shape));
  writePackages(writer, graph.packages);
  writer.count(graph.componentPackage.length);
  for (let c = 0; c < graph.componentPackage.length; c += 1) writeComponent(writer, graph, c);
  writer.count(graph.edges.length);
  writeEdges(writer, graph.edges);
  return writer.bytes();
}

export type DecodedSourceGraph =
  | { readonly kind: "graph"; readonly graph: SourceGraph }
  /** Written by a newer version of the product, or not whole. */
  | { readonly kind: "refused"; readonly code: "unknown-version" | "damaged" };

/** Reads what encodeSourceGraph wrote. */
export function decodeSourceGraph(bytes: Uint8Array): DecodedSourceGraph {
  if (bytes[0] !== VERSION) return { kind: "refused", code: "unknown-version" };
  const reader = byteReader(bytes.subarray(1));
  const shape = SHAPES[reader.byte()];
  const packages = readPackages(reader);
  const components = readComponents(reader);
  const edges = readEdges(reader);
  if (shape === undefined || !reader.finished()) return { kind: "refused", code: "damaged" };
  const inside =
    within(components.componentPackage, packages.length) && within(edges, components.versions.length);
  return inside
    ? { kind: "graph", graph: { shape, packages, ...components, edges } }
    : { kind: "refused", code: "damaged" };
}

/** Each key as the length that it shares with the one before, and the rest: sorted keys share much. */
function writePackages(writer: ByteWriter, packages: readonly string[]): void {
  writer.count(packages.length);
  let previous = "";
  for (const key of packages) {
    const shared = sharedLength(previous, key);
    writer.count(shared);
    writer.text(key.slice(shared));
    previous = key;
  }
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.charCodeAt(length) === other.charCodeAt(length))
    length += 1;
  return length;
}

function readPackages(reader: ByteReader): string[] {
  const packages: string[] = [];
  const count = reader.entries();
  let previous = "";
  for (let n = 0; n < count && !reader.exhausted(); n += 1) {
    const shared = reader.count();
    previous = previous.slice(0, shared) + reader.text();
    packages.push(previous);
  }
  return packages;
}

/** Scope in bits 0 to 2, declared scope in 3 to 5 (7: none), directness in 6 and 7. */
function writeComponent(writer: ByteWriter, graph: SourceGraph, component: number): void {
  const declared = graph.declaredScope[component] ?? NOT_DECLARED;
  const declaredBits = declared === NOT_DECLARED ? 7 : declared;
  writer.count(graph.componentPackage[component] ?? 0);
  writer.byte((graph.scope[component] ?? 0) | (declaredBits << 3) | ((graph.direct[component] ?? 0) << 6));
  const version = graph.versions[component] ?? null;
  writer.byte(version === null ? 0 : 1);
  if (version !== null) writer.text(version);
}

function readComponents(reader: ByteReader): Omit<SourceGraph, "shape" | "packages" | "edges"> {
  const count = reader.entries();
  const versions: (string | null)[] = [];
  const componentPackage = new Int32Array(count);
  const scope = new Uint8Array(count);
  const declaredScope = new Uint8Array(count);
  const direct = new Uint8Array(count);
  for (let c = 0; c < count && !reader.exhausted(); c += 1) {
    componentPackage[c] = reader.count();
    const flags = reader.byte();
    const declared = (flags >> 3) & 7;
    scope[c] = Math.min(flags & 7, SCOPES.length - 1);
    declaredScope[c] = declared < SCOPES.length ? declared : NOT_DECLARED;
    direct[c] = flags >> 6;
    versions.push(reader.byte() === 0 ? null : reader.text());
  }
  return { componentPackage, versions, scope, direct, declaredScope };
}

/** Each end as the difference to the same end of the pair before. */
function writeEdges(writer: ByteWriter, edges: Int32Array): void {
  for (let e = 0; e < edges.length; e += 1) writer.signed((edges[e] ?? 0) - (edges[e - 2] ?? 0));
}

function readEdges(reader: ByteReader): Int32Array {
  const edges = new Int32Array(reader.entries());
  for (let e = 0; e < edges.length; e += 1) edges[e] = reader.signed() + (edges[e - 2] ?? 0);
  return edges;
}

function within(indices: Int32Array, count: number): boolean {
  return indices.every((index) => index >= 0 && index < count);
}
