/** A project that the organization knows. */
export interface KnownProject {
  readonly slug: string;
  readonly name: string;
  /** A package that no project has been found for yet. */
  readonly provisional: boolean;
}

/** The projects that a line may name, as words for LogContext, and what a word of the line means by them. */
export interface KnownProjects {
  readonly words: readonly string[];
  /** The slug behind a name that one project alone bears; anything else as it is. */
  readonly slugOf: (reference: string) => string;
}

/** A name that one project alone bears is that project (axios is not @nestjs/axios); a confirmed one goes before packages that stand alone. */
export function knownProjects(projects: readonly KnownProject[]): KnownProjects {
  const bearers = new Map<string, KnownProject[]>();
  for (const project of projects) bearers.set(project.name, [...(bearers.get(project.name) ?? []), project]);
  const slugOfName = new Map<string, string>();
  for (const [name, all] of bearers) {
    const confirmed = all.filter(({ provisional }) => !provisional);
    const [only, another] = confirmed.length > 0 ? confirmed : all;
    if (only !== undefined && another === undefined) slugOfName.set(name, only.slug);
  }
  return {
    words: [...slugOfName.keys(), ...projects.map(({ slug }) => slug)],
    slugOf: (reference) => slugOfName.get(reference) ?? reference,
  };
}

/** The words of a line that may be projects, without the number of a change: what to ask for. */
export function wordsToAsk(
  tokens: readonly { readonly meaning: string; readonly text: string }[],
): readonly string[] {
  const words = tokens.flatMap(({ meaning, text }) =>
    meaning === "project" || meaning === "note" ? [text.replace(/[#!]\d+$/, "").slice(0, 200)] : [],
  );
  return [...new Set(words)].filter((word) => word.length >= 2).slice(0, 8);
}
