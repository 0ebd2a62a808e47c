import { base32FromBytes, bytesFromBase32 } from "./base32.ts";
import type { IdentifierPrefix } from "./prefix.ts";
import { bytesFromUuid, uuidFromBytes, uuidV7 } from "./uuid.ts";

declare const identifierBrand: unique symbol;

/** `ctr_01h455vb4pex5vsknk084sn02q`: prefix, `_`, and a 128-bit UUID as 26 characters of lower-case Crockford base32 (TypeID 0.3). */
export type Identifier<Prefix extends string = IdentifierPrefix> = string & {
  readonly [identifierBrand]: Prefix;
};

/**
 * A new UUIDv7 identifier; ids made later sort later. `millis` is the epoch time, `random` ten random bytes of which
 * 74 bits are used. Throws RangeError on a time outside 48 bits or another number of bytes.
 */
export function newIdentifier<Prefix extends IdentifierPrefix>(
  prefix: Prefix,
  millis: number,
  random: Uint8Array,
): Identifier<Prefix> {
  return brand(prefix, base32FromBytes(uuidV7(millis, random)));
}

/** Null for another prefix, upper case, a wrong length, or characters that a new id never has. */
export function parseIdentifier<Prefix extends IdentifierPrefix>(
  prefix: Prefix,
  text: string,
): Identifier<Prefix> | null {
  if (!text.startsWith(`${prefix}_`)) return null;
  const suffix = text.slice(prefix.length + 1);
  return bytesFromBase32(suffix) === null ? null : brand(prefix, suffix);
}

/** Canonical UUID text, lower case with hyphens, as the database keeps it. */
export function identifierToUuid(identifier: Identifier<string>): string {
  const bytes = bytesFromBase32(identifier.slice(identifier.indexOf("_") + 1));
  if (bytes === null) throw new RangeError("not an identifier");
  return uuidFromBytes(bytes);
}

/** Any UUID in canonical text, upper or lower case. Throws RangeError on other text: UUIDs come from our own database. */
export function identifierFromUuid<Prefix extends IdentifierPrefix>(
  prefix: Prefix,
  uuid: string,
): Identifier<Prefix> {
  const bytes = bytesFromUuid(uuid);
  if (bytes === null) throw new RangeError("not a UUID");
  return brand(prefix, base32FromBytes(bytes));
}

function brand<Prefix extends string>(prefix: Prefix, suffix: string): Identifier<Prefix> {
  return `${prefix}_${suffix}` as Identifier<Prefix>;
}
