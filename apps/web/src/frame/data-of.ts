/** What of a query is looked at to know whether there is an answer. */
interface Asked<Data> {
  readonly isSuccess: boolean;
  readonly dataUpdatedAt: number;
  readonly data: Data | undefined;
}

/**
 * The answer of a query, undefined until there is one. Read directly, an answer that is still awaited takes everything
 * up to the next Suspense out of the page until it comes: with the frame would go every open dialog and the focus.
 */
export function dataOf<Data>(query: Asked<Data>): Data | undefined {
  return query.isSuccess || query.dataUpdatedAt > 0 ? query.data : undefined;
}
