/** How each column of the exceptions sits in the table, and at which place of a card on a phone. */
export const EXCEPTION_LOOKS = {
  severity: { cell: 'max-md:[grid-area:severity]' },
  reason: { cell: 'max-md:min-w-0 max-md:[grid-area:reason]' },
  amount: { head: 'text-right', cell: 'text-right max-md:[grid-area:amount] max-md:text-sm max-md:font-medium' },
  kind: { cell: 'max-md:[grid-area:kind] max-md:has-[.absent]:hidden' },
  account: { cell: 'max-md:[grid-area:account] max-md:text-right' },
  reference: { cell: 'max-md:[grid-area:ref] max-md:has-[.absent]:hidden' },
  day: { cell: 'max-md:[grid-area:age]' },
  state: { cell: 'max-md:[grid-area:state] max-md:text-right' },
  owner: { cell: 'max-md:[grid-area:owner] max-md:text-right' },
  note: { cell: 'max-md:[grid-area:note] max-md:has-[.absent]:hidden' },
} as const satisfies Record<string, { readonly head?: string; readonly cell: string }>;
export type ExceptionColumn = keyof typeof EXCEPTION_LOOKS;

export const EXCEPTION_ROW =
  'has-[:checked]:bg-accent-soft max-md:[grid-template-areas:"severity_state""reason_amount""kind_account""ref_owner""age_age""note_note"]';
