import {
  identifierFromUuid,
  identifierToUuid,
  type Identifier,
  type IdentifierPrefix,
} from "@headwater/domain/identifier";
import type { Day } from "@headwater/domain/period";
import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/**
 * An identifier is 16 bytes (uuid) in the database and prefixed text (`ctr_01j…`) everywhere else,
 * so that a product's id can never be passed where a project's is meant.
 */
export function id<Prefix extends IdentifierPrefix>(prefix: Prefix, name: string) {
  return customType<{ data: Identifier<Prefix>; driverData: string }>({
    dataType: () => "uuid",
    toDriver: (value) => identifierToUuid(value),
    fromDriver: (value) => identifierFromUuid(prefix, value),
  })(name);
}

/** The tenant: the first column of every table and of every key. */
export const organizationId = () => id("org", "organization_id").notNull();

/** A calendar day without a time zone, as ISO text. */
export const day = customType<{ data: Day; driverData: string }>({ dataType: () => "date" });

/** Money in minor units of a currency that stands beside it. */
export const minor = (name: string) => bigint(name, { mode: "bigint" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Instant of writing. The database's clock decides, so that two servers agree. */
export const writtenAt = () => instant("written_at").notNull().defaultNow();

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});
