import type { NamedFacts } from "./facts.ts";

export interface ExactGiving {
  minutes: number;
  time: bigint;
  cash: bigint;
  inKind: bigint;
  valued: number;
  unvalued: number;
}

export interface AllGiving {
  readonly projects: ReadonlyMap<string, ExactGiving>;
  readonly toTail: { cash: bigint; inKind: bigint };
  readonly pooled: bigint;
  readonly eligible: bigint;
}

/** What the named rows give to each project, to the tail and to nobody in particular. */
export function exactGiving({ contributions, donations, shares }: NamedFacts): AllGiving {
  const projects = new Map<string, ExactGiving>();
  const of = (id: string): ExactGiving => {
    const found = projects.get(id) ?? { minutes: 0, time: 0n, cash: 0n, inKind: 0n, valued: 0, unvalued: 0 };
    projects.set(id, found);
    return found;
  };
  const count = (project: ExactGiving, value: bigint | null, reverses: string | null) => {
    const one = reverses === null ? 1 : -1;
    if (value === null) project.unvalued += one;
    else project.valued += one;
  };
  for (const row of contributions) {
    const project = of(row.projectId);
    project.minutes += row.minutes;
    project.time += row.valueMinor ?? 0n;
    count(project, row.valueMinor, row.reversesId);
  }
  const toTail = { cash: 0n, inKind: 0n };
  let [pooled, eligible] = [0n, 0n];
  for (const donation of donations) {
    const value = donation.valueMinor ?? 0n;
    const parts = shares.filter((share) => share.donationId === donation.id);
    if (donation.attribution === "pooled") pooled += value;
    if (donation.attribution === "tail") toTail[donation.kind === "in-kind" ? "inKind" : "cash"] += value;
    for (const part of parts) {
      const project = of(part.projectId);
      project[donation.kind === "in-kind" ? "inKind" : "cash"] += part.valueMinor ?? 0n;
      count(project, part.valueMinor, donation.reversesId);
    }
    if (donation.pledgeEligible)
      eligible +=
        donation.attribution === "projects"
          ? parts.reduce((sum, part) => sum + (part.valueMinor ?? 0n), 0n)
          : value;
  }
  return { projects, toTail, pooled, eligible };
}
