/** References that elements of a file bear already. */
export interface TakenRefs {
  readonly size: number;
  readonly has: (ref: string) => boolean;
}

/** The wanted reference, or with a number behind it where an earlier element has taken it. */
export function uniqueRef(wanted: string, taken: TakenRefs): string {
  let ref = wanted;
  // Counting on from the number of refs ends at once, even if a file repeats one reference a million times.
  for (let count = taken.size + 1; taken.has(ref); count += 1) ref = `${wanted}#${count}`;
  return ref;
}
