import type { IdentifierKind } from '@/lib/events/event';
import { said } from '@/lib/language/said';
import { isStorable, type Read } from './filters-values';

/**
 * Which identifiers an operator of the filters looks at; `id` looks at our own id of the payment too. What they are called
 * is a message: `filters.field`.
 */
export const ID_OPERATORS = {
  ref: { kinds: ['external_ref'] },
  id: {
    kinds: [
      'provider_id',
      'transaction_id',
      'quote_id',
      'deposit_id',
      'pix_order_id',
      'reference_label',
      'associated_operation_id',
      'refund_withdrawal_id',
      'refunded_deposit_id',
    ],
  },
  e2e: { kinds: ['e2e'] },
  clave: { kinds: ['clave_rastreo'] },
  clabe: { kinds: ['sender_clabe', 'receiver_clabe'] },
  cvu: { kinds: ['origin_account', 'beneficiary_account_id'] },
  hash: {
    kinds: ['tx_hash', 'replaced_tx_hash', 'source_address', 'destination_address'],
  },
  step: { kinds: ['refund_step_id'] },
  user: { kinds: ['end_user_id', 'account_id'] },
} as const satisfies Record<string, { readonly kinds: readonly IdentifierKind[] }>;
export type IdOperator = keyof typeof ID_OPERATORS;
export const ID_OPERATOR_NAMES = Object.keys(ID_OPERATORS) as IdOperator[];

/** A value that an identifier is, or begins with. */
export type IdFilter = {
  readonly operator: IdOperator;
  /** Empty: the payment has no identifier of these kinds. */
  readonly value: string;
  readonly isPrefix: boolean;
  readonly isExcluded: boolean;
};

const BLANK = 'empty';
const LONGEST_ID = 500;
const QUOTED = /^"((?:\\.|[^"\\])*)"(\*?)$/su;

/**
 * One value of an id parameter: `abc` is that value, `abc*` what begins with it, `empty` none, `!` before any of them its
 * opposite. Between quotation marks every sign is itself (`\"` and `\\` within).
 */
export function readIdFilter(operator: IdOperator, text: string): Read<IdFilter> {
  const isExcluded = text.startsWith('!');
  const rest = (isExcluded ? text.slice(1) : text).trim();
  if (rest === BLANK) return { value: { operator, value: '', isPrefix: false, isExcluded } };
  const marked = QUOTED.exec(rest);
  const isPrefix = marked ? marked[2] === '*' : rest.endsWith('*');
  const value = (marked ? unescaped(marked[1] ?? '') : isPrefix ? rest.slice(0, -1) : rest).trim();
  if (value === '') return { message: said('filters.problem.idWithout', { field: said(`filters.field.${operator}`) }) };
  if (value.length > LONGEST_ID || !isStorable(value))
    return {
      message: said('filters.problem.idTooLong', { field: said(`filters.field.${operator}`), most: LONGEST_ID }),
    };
  return { value: { operator, value, isPrefix, isExcluded } };
}

/** The text that reads back as the same filter. `isSpecial` says what else than its own signs has to be quoted. */
export function idFilterText(
  { value, isPrefix, isExcluded }: Omit<IdFilter, 'operator'>,
  isSpecial: (value: string) => boolean = () => false,
): string {
  const needsMarks = /^[!"]|\*$/.test(value) || value === BLANK || isSpecial(value);
  const text = value === '' && !isPrefix ? BLANK : needsMarks ? marked(value) : value;
  return `${isExcluded ? '!' : ''}${text}${isPrefix ? '*' : ''}`;
}

/** A text between quotation marks. */
export function marked(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

export function unescaped(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}
