export { identifierFromUuid, identifierToUuid, newIdentifier, parseIdentifier } from "./identifier.ts";
export type { Identifier } from "./identifier.ts";
export { isIdentifierPrefix, IDENTIFIER_PREFIXES } from "./prefix.ts";
export type { IdentifierPrefix } from "./prefix.ts";
