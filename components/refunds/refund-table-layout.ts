/** How each column of the refunds sits in the table, and at which place of a card on a phone. */
export const REFUND_COLUMN_LOOKS: Readonly<Record<string, { readonly head?: string; readonly cell: string }>> = {
  triggered_at: { cell: 'max-md:[grid-area:when]' },
  kind: { cell: 'max-md:[grid-area:kind]' },
  original: { cell: 'max-md:hidden' },
  status: { cell: 'max-md:[grid-area:refund]' },
  step: { cell: 'max-md:hidden' },
  steps: { cell: 'max-md:[grid-area:steps] max-md:text-right max-md:has-[.absent]:hidden' },
  amount: {
    head: 'text-right',
    cell: 'text-right max-md:[grid-area:amount] max-md:text-sm max-md:font-medium',
  },
  age: { cell: 'max-md:[grid-area:age] max-md:text-right' },
  limit: { cell: 'max-md:[grid-area:limit] max-md:text-right' },
  whereabouts: { cell: 'max-md:[grid-area:where]' },
  reference: { cell: 'max-md:hidden' },
  external_ref: { cell: 'max-md:[grid-area:ref] max-md:has-[.absent]:hidden' },
  assignee: { cell: 'max-md:[grid-area:owner] max-md:text-right' },
};

export const REFUND_ROW =
  'has-[:checked]:bg-accent-soft max-md:[grid-template-areas:"when_limit""kind_amount""where_where""refund_steps""ref_age""owner_owner"]';
