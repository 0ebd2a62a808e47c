export { CONTRIBUTION_KINDS, chaossTypeOf, parseContributionKind } from "./kind.ts";
export type { Basis, ContributionKind } from "./kind.ts";
export { MAX_MINUTES, parseDuration } from "./duration.ts";
export { parseDayWord } from "./day-word.ts";
export { changeLink } from "./change-link.ts";
export type { ChangeLink } from "./change-link.ts";
export { parseLogLine } from "./log-line.ts";
export type { LogContext, LogLine, LogMeaning, LogProblem, LogToken } from "./log-line.ts";
export { contributionKinds } from "./kind.ts";
