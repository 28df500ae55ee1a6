import { STATUSES } from '@/lib/events/status';
import { ENVIRONMENTS, PROVIDERS } from '@/lib/providers/catalogue';
import { type Filters, writeListQuery } from './filters';
import { ALL_KINDS, IS_WORDS, RECONCILED_WORDS } from './filters-values';
import { printGrammar } from './grammar-text';

/** One operator of the grammar, for completion and help. */
export type Operator = {
  readonly operator: string;
  readonly description: string;
  readonly example: string;
  /** What may follow it, where that is a closed list. */
  readonly values?: readonly string[];
};

/**
 * The grammar of the search box, the list's own search field, saved views, API and exports. A comma means "or", `-`
 * before an operator or word its opposite, quotation marks keep blanks, `*` at the end of an id means "begins with".
 */
export const GRAMMAR: readonly Operator[] = [
  { operator: 'ref', description: 'External reference; empty finds blanks', example: 'ref:INV-204*' },
  { operator: 'id', description: 'Our id, or the provider’s', example: 'id:juno:issuance:1' },
  { operator: 'e2e', description: 'PIX end-to-end id', example: 'e2e:E18236120*' },
  { operator: 'clave', description: 'Clave de rastreo', example: 'clave:MBAN0100*' },
  { operator: 'clabe', description: 'CLABE of either side', example: 'clabe:646180115700000009' },
  { operator: 'cvu', description: 'CBU or CVU', example: 'cvu:0000003100010000000001' },
  { operator: 'hash', description: 'Transaction hash or address, old ones too', example: 'hash:0x3f*' },
  { operator: 'step', description: 'Id of a refund’s step', example: 'step:18f6*' },
  { operator: 'user', description: 'End user or sub-account', example: 'user:42' },
  { operator: 'amount', description: 'Amount in: exact, >=, <= or a..b', example: 'amount:100..250' },
  { operator: 'ccy', description: 'Currency in, currency out, or token', example: 'ccy:MXN,MXNB' },
  { operator: 'provider', description: 'Provider', example: 'provider:juno', values: PROVIDERS },
  { operator: 'kind', description: 'Kind of payment', example: 'kind:redemption', values: ALL_KINDS },
  { operator: 'status', description: 'State', example: '-status:completed', values: STATUSES },
  { operator: 'rec', description: 'Against the bank', example: 'rec:exception', values: RECONCILED_WORDS },
  { operator: 'is', description: 'Late, stuck, incomplete…', example: 'is:late', values: IS_WORDS },
  { operator: 'env', description: 'Environment', example: 'env:production', values: ENVIRONMENTS },
  {
    operator: 'after',
    description: 'Occurred on that day or later',
    example: 'after:2026-03-01',
    values: ['today', '7d', '30d', 'month'],
  },
  { operator: 'before', description: 'Occurred on that day or earlier', example: 'before:2026-03-31' },
  {
    operator: 'updated_after',
    description: 'Last changed on that day or later',
    example: 'updated_after:today',
    values: ['today', '7d', '30d', 'month'],
  },
  { operator: 'updated_before', description: 'Last changed on that day or earlier', example: 'updated_before:30d' },
];

/** A filter as grammar: read back as `q`, with the same zone beside it, it is the same filter. */
export function grammarText(filters: Filters): string {
  return printGrammar(writeListQuery({ filters }));
}

/** One way to go on with a text, and what it would mean. */
export type Completion = { readonly text: string; readonly hint: string };

const MOST_COMPLETIONS = 12;

/** How the last word of a text may go on: an operator, or one of the values its operator knows. The rest stays. */
export function completionsOf(text: string): Completion[] {
  const [, before = '', minus = '', word = ''] = /^((?:.*\s)?)(-?)(\S*)$/su.exec(text) ?? [];
  const [, name, list = '', last = ''] = /^([a-z_]+):((?:[^,"]*,)*)([^,"]*)$/iu.exec(word) ?? [];
  const known = name ? GRAMMAR.find(({ operator }) => operator === name.toLowerCase()) : undefined;
  const found = known
    ? (known.values ?? [])
        .filter((value) => value.startsWith(last.toLowerCase()) && value !== last)
        .map((value) => ({ text: `${before}${minus}${known.operator}:${list}${value}`, hint: known.description }))
    : GRAMMAR.filter(({ operator }) => operator.startsWith(word.toLowerCase())).map(
        ({ operator, description, example }) => ({
          text: `${before}${minus}${operator}:`,
          hint: `${description} (${example})`,
        }),
      );
  return found.slice(0, known ? MOST_COMPLETIONS : GRAMMAR.length);
}
