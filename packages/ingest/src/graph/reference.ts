/** The wanted reference, or with a number behind it where an earlier element has taken it. */
export function uniqueRef(wanted: string, taken: Set<string>): string {
  let ref = wanted;
  // Counting on from the number of refs ends at once, even if a file repeats one reference a million times.
  if (taken.has(ref)) {
    for (let count = taken.size + 1; taken.has(ref); count += 1) ref = `${wanted}#${count}`;
  }
  taken.add(ref);
  return ref;
}
