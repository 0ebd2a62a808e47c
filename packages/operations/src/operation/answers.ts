/** Answers of one type by key, the oldest going first where there are too many. */
export interface Answers<Answer> {
  /** The answer kept under the key, or a new one. */
  readonly remember: (key: string, compute: () => Promise<Answer>) => Promise<Answer>;
  /** The answer under the key where it is there already, else null. */
  readonly recall: (key: string) => Answer | null;
}

interface Kept<Answer> {
  readonly begun: Promise<Answer>;
  answer: Answer | null;
}

export function answers<Answer>(longest = 100): Answers<Answer> {
  const kept = new Map<string, Kept<Answer>>();
  return {
    async remember(key, compute) {
      const known = kept.get(key);
      if (known !== undefined) return await known.begun;
      const one: Kept<Answer> = { begun: compute(), answer: null };
      kept.set(key, one);
      const oldest = kept.keys().next();
      if (kept.size > longest && !oldest.done) kept.delete(oldest.value);
      one.begun.then(
        (answer) => (one.answer = answer),
        // A failure is not an answer: the next one who asks tries again.
        () => kept.delete(key),
      );
      return await one.begun;
    },
    recall: (key) => kept.get(key)?.answer ?? null,
  };
}
