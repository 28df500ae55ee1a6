import { EXCEPTION_STATES } from './reason';
import type { ExceptionQuery } from './view-query';

/** What is not resolved. */
export const UNRESOLVED = EXCEPTION_STATES.filter((state) => state !== 'resolved');

/** The queue is of what is open: where no state is asked for, the resolved are left out. Screens, files and the API agree. */
export function unresolvedUnlessAsked(query: ExceptionQuery): ExceptionQuery {
  if (query.filters.state.length > 0) return query;
  return { ...query, filters: { ...query.filters, state: UNRESOLVED } };
}
