import type { ProjectGiving, RatioInput } from "./input.ts";

/**
 * What the figures are made of, as if these gifts had been given in cash in the period: by project, in minor units of
 * the organization's currency. So that what a round would do is said by the one formula of the ratios.
 */
export function withGifts<ProjectId extends string>(
  input: RatioInput<ProjectId>,
  gifts: ReadonlyMap<ProjectId, bigint>,
): RatioInput<ProjectId> {
  const given = new Set(input.giving.map(({ projectId }) => projectId));
  const none = { minutes: 0, timeMinor: 0n, cashMinor: 0n, inKindMinor: 0n, valuedRows: 0, unknownRows: 0 };
  const first: ProjectGiving<ProjectId>[] = [...gifts.keys()]
    .filter((projectId) => !given.has(projectId))
    .map((projectId) => ({ projectId, ...none }));
  return {
    ...input,
    giving: [...input.giving, ...first].map((giving) => {
      const gift = gifts.get(giving.projectId) ?? 0n;
      return gift === 0n
        ? giving
        : { ...giving, cashMinor: giving.cashMinor + gift, valuedRows: giving.valuedRows + 1 };
    }),
  };
}
