/** What of the page stands in its address: who, what, and when. */
export interface AuditSearch {
  readonly actor?: string;
  /** A whole operation, or its noun. */
  readonly operation?: string;
  readonly from?: string;
  readonly to?: string;
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const { actor, operation, from, to } = search;
  return {
    ...(typeof actor === "string" && /^(?:person|key|job):\S{1,100}$/.test(actor) ? { actor } : {}),
    ...(typeof operation === "string" && /^[a-z][a-z.-]{0,79}$/.test(operation) ? { operation } : {}),
    ...(typeof from === "string" && dayForm.test(from) ? { from } : {}),
    ...(typeof to === "string" && dayForm.test(to) ? { to } : {}),
  };
}
