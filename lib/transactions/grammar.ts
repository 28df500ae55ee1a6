import { STATUSES } from '@/lib/events/status';
import { type Said, said } from '@/lib/language/said';
import { ENVIRONMENTS, PROVIDERS } from '@/lib/providers/catalogue';
import { type Filters, writeListQuery } from './filters';
import { ALL_KINDS, IS_WORDS, RECONCILED_WORDS } from './filters-values';
import { printGrammar } from './grammar-text';

/** One operator of the grammar, for completion and help. */
export type Operator = {
  readonly operator: string;
  readonly description: Said;
  readonly example: string;
  /** What may follow it, where that is a closed list. */
  readonly values?: readonly string[];
};

/**
 * The grammar of the search box, the list's own search field, saved views, API and exports. A comma means "or", `-`
 * before an operator or word its opposite, quotation marks keep blanks, `*` at the end of an id means "begins with".
 */
export const GRAMMAR: readonly Operator[] = [
  { operator: 'ref', description: said('controls.grammar.ref'), example: 'ref:INV-204*' },
  { operator: 'id', description: said('controls.grammar.id'), example: 'id:juno:issuance:1' },
  { operator: 'e2e', description: said('controls.grammar.e2e'), example: 'e2e:E18236120*' },
  { operator: 'clave', description: said('controls.grammar.clave'), example: 'clave:MBAN0100*' },
  { operator: 'clabe', description: said('controls.grammar.clabe'), example: 'clabe:646180115700000009' },
  { operator: 'cvu', description: said('controls.grammar.cvu'), example: 'cvu:0000003100010000000001' },
  { operator: 'hash', description: said('controls.grammar.hash'), example: 'hash:0x3f*' },
  { operator: 'step', description: said('controls.grammar.step'), example: 'step:18f6*' },
  { operator: 'user', description: said('controls.grammar.user'), example: 'user:42' },
  { operator: 'amount', description: said('controls.grammar.amount'), example: 'amount:100..250' },
  { operator: 'ccy', description: said('controls.grammar.ccy'), example: 'ccy:MXN,MXNB' },
  { operator: 'provider', description: said('controls.grammar.provider'), example: 'provider:juno', values: PROVIDERS },
  { operator: 'kind', description: said('controls.grammar.kind'), example: 'kind:redemption', values: ALL_KINDS },
  { operator: 'status', description: said('controls.grammar.status'), example: '-status:completed', values: STATUSES },
  { operator: 'rec', description: said('controls.grammar.rec'), example: 'rec:exception', values: RECONCILED_WORDS },
  { operator: 'is', description: said('controls.grammar.is'), example: 'is:late', values: IS_WORDS },
  { operator: 'env', description: said('controls.grammar.env'), example: 'env:production', values: ENVIRONMENTS },
  {
    operator: 'after',
    description: said('controls.grammar.after'),
    example: 'after:2026-03-01',
    values: ['today', '7d', '30d', 'month'],
  },
  { operator: 'before', description: said('controls.grammar.before'), example: 'before:2026-03-31' },
  {
    operator: 'updated_after',
    description: said('controls.grammar.updated_after'),
    example: 'updated_after:today',
    values: ['today', '7d', '30d', 'month'],
  },
  { operator: 'updated_before', description: said('controls.grammar.updated_before'), example: 'updated_before:30d' },
];

/** A filter as grammar: read back as `q`, with the same zone beside it, it is the same filter. */
export function grammarText(filters: Filters): string {
  return printGrammar(writeListQuery({ filters }));
}

/** One way to go on with a text, and what it would mean. */
export type Completion = { readonly text: string; readonly hint: Said };

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
          hint: said('controls.grammar.withExample', { meaning: description, example }),
        }),
      );
  return found.slice(0, known ? MOST_COMPLETIONS : GRAMMAR.length);
}
