import type { Requirement } from "./table.ts";

/** The names of the tests in a file of the repository; null where there is no such file. */
export type TestNamesOf = (file: string) => ReadonlySet<string> | null;

/** What is wrong with the table, one sentence each; empty where it can be believed. */
export function tableFaults(
  rows: readonly Requirement[],
  wanted: ReadonlyMap<string, number>,
  testNamesOf: TestNamesOf,
): readonly string[] {
  return [...idFaults(rows, wanted), ...rows.flatMap((row) => rowFaults(row, testNamesOf))];
}

function idFaults(rows: readonly Requirement[], wanted: ReadonlyMap<string, number>): readonly string[] {
  const seen = new Map<string, number>();
  for (const { id } of rows) seen.set(id, (seen.get(id) ?? 0) + 1);
  return [
    ...[...wanted.keys()].filter((id) => !seen.has(id)).map((id) => `${id} is missing`),
    ...[...seen].filter(([, times]) => times > 1).map(([id]) => `${id} stands more than once`),
    ...rows.flatMap(({ id, level }) => {
      const known = wanted.get(id);
      if (known === undefined) return [`${id} is no requirement that we answer for`];
      return known === level ? [] : [`${id} is of level ${known}, not ${level}`];
    }),
  ];
}

function rowFaults(row: Requirement, testNamesOf: TestNamesOf): readonly string[] {
  const { id, status, tests = [], reason } = row;
  if (status !== "met")
    return [
      ...(reason === undefined || reason.trim() === "" ? [`${id} is ${status} without a reason`] : []),
      ...(tests.length > 0 ? [`${id} is ${status} and names tests`] : []),
    ];
  if (tests.length === 0) return [`${id} is met, and no test shows it`];
  return tests.flatMap(({ file, test }) => {
    const names = testNamesOf(file);
    if (names === null) return [`${id} names ${file}, which is not there`];
    return names.has(test) ? [] : [`${id} names a test that ${file} does not have: ${test}`];
  });
}
