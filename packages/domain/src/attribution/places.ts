/** Place of a row that does not count. */
export const LEFT_OUT = -1;

export interface Places<ProjectId extends string> {
  /** Number of each project, in the order in which rows name them. */
  readonly projects: ReadonlyMap<ProjectId, number>;
  /** Places of project n: from `starts[n]` up to, not including, `starts[n + 1]`. */
  readonly starts: Int32Array;
  /** Place of each row, or LEFT_OUT. */
  readonly ofRow: Int32Array;
}

/** Puts the rows of each project side by side. Left out are rows of products without points here, and of controlled projects. */
export function placesByProject<ProjectId extends string>(
  rows: readonly { readonly projectId: ProjectId; readonly productId: string }[],
  pointsOf: ReadonlyMap<string, number>,
  controlled: ReadonlySet<string>,
): Places<ProjectId> {
  const projects = new Map<ProjectId, number>();
  const ofRow = new Int32Array(rows.length).fill(LEFT_OUT);
  const counts: number[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined || !pointsOf.has(row.productId) || controlled.has(row.projectId)) continue;
    let project = projects.get(row.projectId);
    if (project === undefined) {
      project = projects.size;
      projects.set(row.projectId, project);
      counts.push(0);
    }
    ofRow[at] = project;
    counts[project] = (counts[project] ?? 0) + 1;
  }
  const starts = new Int32Array(counts.length + 1);
  for (let project = 0; project < counts.length; project += 1)
    starts[project + 1] = (starts[project] ?? 0) + (counts[project] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < rows.length; at += 1) {
    const project = ofRow[at] ?? LEFT_OUT;
    if (project === LEFT_OUT) continue;
    const place = next[project] ?? 0;
    ofRow[at] = place;
    next[project] = place + 1;
  }
  return { projects, starts, ofRow };
}
