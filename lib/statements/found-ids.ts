/** The kinds of ids that a statement line may carry, by what they match. */
export const FOUND_KINDS = [
  'e2e',
  'pix_return',
  'clave_rastreo',
  'clabe',
  'cbu',
  'tax_id',
  'masked_tax_id',
  'tx_hash',
  'reference',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** One id found in a line. */
export type FoundId = {
  readonly kind: FoundKind;
  /** As written in the file, blanks inside removed. */
  readonly value: string;
  /** The form that is compared; see `identifiers/keys`. For a masked tax id the visible digits with `*` for the hidden. */
  readonly key: string;
  /** Whether the file had a field for it, or it was found in free text. */
  readonly from: 'field' | 'text';
};
