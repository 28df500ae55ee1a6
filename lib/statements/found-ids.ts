/** The kinds of ids that a statement line may carry, by what they match. */
export const FOUND_KINDS = {
  e2e: 'PIX end-to-end id',
  pix_return: 'PIX return id',
  clave_rastreo: 'Clave de rastreo',
  clabe: 'CLABE',
  cbu: 'CBU / CVU',
  tax_id: 'Tax id',
  masked_tax_id: 'Tax id, partly hidden',
  tx_hash: 'Transaction hash',
  reference: 'Reference',
} as const;
export type FoundKind = keyof typeof FOUND_KINDS;

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
