import type { audit } from "@headwater/db/tables";
import { canonicalJson } from "../operation/canonical.ts";
import type { Runtime } from "../operation/index.ts";

export type AuditRecord = typeof audit.$inferSelect;

/** What stands before the first row of a chain. */
export const beginning = new Uint8Array(32);

/** SHA-256 of the hash before and the row's canonical bytes, which do not depend on the order of keys in which it is read back. */
export function chainHash(runtime: Runtime, previous: Uint8Array, row: AuditRecord): Uint8Array {
  const { organizationId, id, at, actor, operation, entity, detail, inputDigest } = row;
  return bytesOf(
    runtime.sha256(
      previous,
      canonicalJson({ organizationId, id, at, actor, operation, entity, detail, inputDigest }),
    ),
  );
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, "hex"));
}
