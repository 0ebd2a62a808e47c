/** A package URL (ECMA-427), decoded and normalised by the rules of its type. */
export interface Purl {
  /** Lower case: `npm`, `maven`, `golang`. */
  readonly type: string;
  /** Segments joined by `/`: `@babel`, `org.slf4j`, `github.com/gorilla`; null where there is none. */
  readonly namespace: string | null;
  readonly name: string;
  readonly version: string | null;
  /** Lower-case keys in order, no empty values. */
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly subpath: string | null;
}

/** What a purl is made of, not yet encoded or normalised. Absent, null and empty mean the same. */
export interface PurlParts {
  readonly type: string;
  readonly namespace?: string | null;
  readonly name: string;
  readonly version?: string | null;
  readonly qualifiers?: Readonly<Record<string, string>> | null;
  readonly subpath?: string | null;
}

export interface PurlError {
  readonly code:
    | "no-scheme"
    | "bad-type"
    | "no-name"
    | "namespace-required"
    | "namespace-prohibited"
    | "bad-qualifier"
    | "bad-encoding"
    | "bad-character"
    | "too-long";
  readonly message: string;
}
