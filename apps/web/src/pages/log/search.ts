export interface LogSearch {
  /** A day of the week that is shown; absent in the present week. */
  readonly week?: string | undefined;
}

export function readLogSearch(search: Record<string, unknown>): LogSearch {
  const { week } = search;
  return typeof week === "string" && /^\d{4}-\d{2}-\d{2}$/.test(week) ? { week } : {};
}
