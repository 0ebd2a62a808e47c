import type { Problem, ProblemSeverity } from "@headwater/domain/usage";

/** Collects what a parser dropped or could not tell. */
export interface ProblemList {
  readonly add: (severity: ProblemSeverity, code: string, message: string, where: string | null) => void;
  /** The same where a file can hold a million of a kind: what is not listed is counted without being put into words. */
  readonly addOfMany: (
    severity: ProblemSeverity,
    code: string,
    explain: () => { readonly message: string; readonly where: string },
  ) => void;
  /** The problems in the order in which they were met; what was left off is counted in a last line for its code. */
  readonly list: () => readonly Problem[];
}

/** A hostile file can hold a million faults: the first ones of each code say enough, the rest is a number. */
const listedPerCode = 20;

export function collectProblems(): ProblemList {
  const kept: Problem[] = [];
  const counts = new Map<string, { severity: ProblemSeverity; count: number }>();
  const isListed = (severity: ProblemSeverity, code: string): boolean => {
    const tally = counts.get(code) ?? { severity, count: 0 };
    tally.count += 1;
    counts.set(code, tally);
    return tally.count <= listedPerCode;
  };
  return {
    add(severity, code, message, where) {
      if (isListed(severity, code)) kept.push({ severity, code, message, where });
    },
    addOfMany(severity, code, explain) {
      if (isListed(severity, code)) kept.push({ severity, code, ...explain() });
    },
    list: () => [...kept, ...leftOff(counts)],
  };
}

function leftOff(
  counts: ReadonlyMap<string, { severity: ProblemSeverity; count: number }>,
): readonly Problem[] {
  const more: Problem[] = [];
  for (const [code, { severity, count }] of counts) {
    if (count <= listedPerCode) continue;
    more.push({ severity, code, message: `and ${count - listedPerCode} more of this kind`, where: null });
  }
  return more;
}
