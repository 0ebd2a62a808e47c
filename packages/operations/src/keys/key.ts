import type { apiKeys } from "@headwater/db/tables";
import { accesses, isScope, may, type Scope } from "@headwater/domain/organization";
import { badField } from "../operation/index.ts";

/** Scopes as they are asked for: role names, single accesses, or `all`; a text may name several, parted by commas or spaces. */
export function scopesOf(asked: string | readonly string[]): readonly Scope[] {
  const names = typeof asked === "string" ? asked.split(/[\s,]+/).filter((name) => name !== "") : asked;
  const scopes = new Set<Scope>();
  for (const name of names) {
    if (!isScope(name))
      throw badField(
        "scope",
        `${JSON.stringify(name)} is no scope; give a role such as contributor, an access such as upload.submit, or all`,
      );
    scopes.add(name);
  }
  if (scopes.size === 0) throw badField("scope", "give at least one scope");
  return [...scopes].sort();
}

/** Scopes as they are stored: a name that this version does not know grants nothing. */
export function storedScopes(names: readonly string[]): readonly Scope[] {
  return names.filter(isScope);
}

/** True where the first scopes grant something that the second do not. */
export function exceeds(scopes: readonly Scope[], limit: readonly Scope[]): boolean {
  return accesses.some((access) => may(scopes, access) && !may(limit, access));
}

/** As much of the value as tells keys apart, and no more. */
export function keyHint(value: string): string {
  return `${value.slice(0, 7)}…`;
}

export function shownKey(row: typeof apiKeys.$inferSelect) {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scope: row.scope,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    reminder:
      row.name === "bootstrap" && row.revokedAt === null
        ? "This key came from the environment of the first start. Make a new one, use it, and revoke this one."
        : null,
  };
}
