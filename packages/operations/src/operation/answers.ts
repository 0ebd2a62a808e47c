import type { Identifier } from "@headwater/domain/identifier";

/** Answers of one type, kept in memory until something of the organization changes. */
export interface AnswerMemory<Answer> {
  /** The answer kept under the key, or a new one. One that was begun before a change is given and not kept. */
  readonly remember: (
    organizationId: Identifier<"org">,
    key: string,
    compute: () => Promise<Answer>,
  ) => Promise<Answer>;
  /** Drops what is kept of the organization. Called after a commit, here or in another process. */
  readonly forget: (organizationId: Identifier<"org">) => void;
  /** Where nobody knows what another process wrote meanwhile. */
  readonly forgetAll: () => void;
}

/** Keeps at most `longest` answers an organization; the oldest goes first. */
export function answerMemory<Answer>(longest = 100): AnswerMemory<Answer> {
  const organizations = new Map<string, Map<string, Promise<Answer>>>();
  return {
    async remember(organizationId, key, compute) {
      const kept = organizations.get(organizationId) ?? new Map<string, Promise<Answer>>();
      organizations.set(organizationId, kept);
      const known = kept.get(key);
      if (known !== undefined) return await known;
      const begun = compute();
      kept.set(key, begun);
      const oldest = kept.keys().next();
      if (kept.size > longest && !oldest.done) kept.delete(oldest.value);
      // A failure is not an answer: the next one who asks tries again.
      begun.catch(() => kept.delete(key));
      return await begun;
    },
    // The map itself is dropped: an answer begun before the change goes into the old map, where nobody looks.
    forget: (organizationId) => void organizations.delete(organizationId),
    forgetAll: () => organizations.clear(),
  };
}
