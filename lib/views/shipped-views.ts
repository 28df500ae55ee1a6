/** A view that every desk has: it cannot be changed, only saved under another name. */
export type ShippedView = { readonly id: string; readonly query: string };

/**
 * The views of the transactions, as query strings of their list; the first one is the list without a filter. Their names
 * are messages: `views.shipped`.
 */
export const SHIPPED_VIEWS = [
  { id: 'all', query: '' },
  {
    id: 'attention',

    query: 'status=blocked&status=failed&status=failed_stuck&status=partly_reversed&status=unrecognised',
  },
  {
    id: 'late',

    query: 'status=pending&status=processing&status=failed_returning&is=late',
  },
  {
    id: 'not-returned',

    query: 'status=failed&status=failed_returning&status=failed_stuck',
  },
  { id: 'reversed', query: 'status=reversed&status=partly_reversed&updated_from=month' },
  { id: 'incomplete', query: 'is=incomplete' },
  { id: 'juno-today', query: 'provider=juno&occurred_from=today' },
  { id: 'ripio-today', query: 'provider=ripio&occurred_from=today' },
  { id: 'brla-today', query: 'provider=brla&occurred_from=today' },
] as const satisfies readonly ShippedView[];
