export interface Module {
  readonly path: string;
  /** With its `v`, as Go writes it. */
  readonly version: string;
}

export interface Requirement extends Module {
  readonly indirect: boolean;
  readonly line: number;
}

export interface Replacement {
  readonly path: string;
  /** null: every version of the path. */
  readonly version: string | null;
  /** null: a folder, which is the company's own code. */
  readonly by: Module | null;
  readonly folder: string;
}

export interface GoMod {
  readonly module: string | null;
  /** `1.21.3`; null where the file states none, which Go takes as 1.16. */
  readonly goVersion: string | null;
  readonly requirements: readonly Requirement[];
  readonly replacements: readonly Replacement[];
  /** Package paths of `tool` lines. */
  readonly tools: readonly string[];
}
