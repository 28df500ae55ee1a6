/**
 * How each column of the refunds sits in the table, and at which place of a card on a phone. The least widths are those of
 * usual values: where rows come one after the other, the columns stay where they are.
 */
export const REFUND_COLUMN_LOOKS: Readonly<Record<string, { readonly head: string; readonly cell: string }>> = {
  triggered_at: { head: 'min-w-32', cell: 'max-md:[grid-area:when]' },
  kind: { head: 'min-w-28', cell: 'max-md:[grid-area:kind]' },
  original: { head: 'min-w-36', cell: 'max-md:hidden' },
  status: { head: 'min-w-32', cell: 'max-md:[grid-area:refund]' },
  step: { head: 'min-w-32', cell: 'max-md:hidden' },
  steps: { head: 'min-w-32', cell: 'max-md:[grid-area:steps] max-md:text-right max-md:has-[.absent]:hidden' },
  amount: {
    head: 'min-w-32 text-right',
    cell: 'text-right max-md:[grid-area:amount] max-md:text-sm max-md:font-medium',
  },
  age: { head: 'min-w-22', cell: 'max-md:[grid-area:age] max-md:text-right' },
  limit: { head: 'min-w-26', cell: 'max-md:[grid-area:limit] max-md:text-right' },
  whereabouts: { head: 'min-w-77', cell: 'max-md:[grid-area:where]' },
  reference: { head: 'min-w-28', cell: 'max-md:hidden' },
  external_ref: { head: 'min-w-30', cell: 'max-md:[grid-area:ref] max-md:has-[.absent]:hidden' },
  assignee: { head: 'min-w-24', cell: 'max-md:[grid-area:owner] max-md:text-right' },
};

export const REFUND_ROW =
  'has-[:checked]:bg-accent-soft max-md:[grid-template-areas:"when_limit""kind_amount""where_where""refund_steps""ref_age""owner_owner"]';
