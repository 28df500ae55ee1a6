/** A view that every desk has: it cannot be changed, only saved under another name. */
export type ShippedView = { readonly id: string; readonly name: string; readonly query: string };

/** The views of the transactions, as query strings of their list; the first one is the list without a filter. */
export const SHIPPED_VIEWS: readonly ShippedView[] = [
  { id: 'all', name: 'All', query: '' },
  {
    id: 'attention',
    name: 'Needs attention',
    query: 'status=blocked&status=failed&status=failed_stuck&status=partly_reversed&status=unrecognised',
  },
  {
    id: 'late',
    name: 'In flight, over limit',
    query: 'status=pending&status=processing&status=failed_returning&is=late',
  },
  {
    id: 'not-returned',
    name: 'Failed and not returned',
    query: 'status=failed&status=failed_returning&status=failed_stuck',
  },
  { id: 'reversed', name: 'Reversed this month', query: 'status=reversed&status=partly_reversed&updated_from=month' },
  { id: 'incomplete', name: 'Incomplete', query: 'is=incomplete' },
  { id: 'juno-today', name: 'Juno today', query: 'provider=juno&occurred_from=today' },
  { id: 'ripio-today', name: 'Ripio today', query: 'provider=ripio&occurred_from=today' },
  { id: 'brla-today', name: 'BRLA today', query: 'provider=brla&occurred_from=today' },
];
