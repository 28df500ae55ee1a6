import { type Said, said } from '@/lib/language/said';
import { ID_OPERATOR_NAMES, type IdOperator, idFilterText, marked, readIdFilter, unescaped } from './filters-ids';
import { isStorable, type Problem, quoted } from './filters-values';

/**
 * The grammar of filters is another notation of a list's query string: `provider:juno -status:failed amount:>=100` says
 * `provider=juno&status=!failed&amount_min=100`. What bears no operator is a word, to be found in any identifier.
 */

/** The parameter that each operator of plain words writes. */
export const WORD_OPERATORS = {
  provider: 'provider',
  kind: 'kind',
  status: 'status',
  ccy: 'currency',
  rec: 'reconciliation',
  is: 'is',
  env: 'environment',
} as const;
/** Moments, which cannot be excluded: the opposite of one is another. */
export const MOMENT_OPERATORS = {
  after: 'occurred_from',
  before: 'occurred_to',
  updated_after: 'updated_from',
  updated_before: 'updated_to',
} as const;

export type Word = { readonly value: string; readonly isExcluded: boolean };
export type Parsed = {
  /** Parameters of the query string, in the order they were said. */
  readonly parameters: readonly (readonly [name: string, text: string])[];
  readonly words: readonly Word[];
  readonly problems: readonly Problem[];
};

/** Longer texts are refused whole: nobody types them. */
export const LONGEST_TEXT = 2_000;
export const MOST_WORDS = 12;

const TOKENS = /(?:"(?:\\.|[^"\\])*(?:"|$)|[^\s"])+/gsu;
const PIECES = /(?:"(?:\\.|[^"\\])*(?:"|$)|[^,"])+/gsu;
const MARKED_PART = /"((?:\\.|[^"\\])*)(?:"|$)/gsu;
const OPERATOR = /^(-?)([a-z][a-z0-9_]*):(.*)$/isu;
/** Our own ids begin like an operator. */
const OWN_ID = /^-?(?:juno|ripio|brla):/i;

/** Never throws: what it does not understand is named, and left out. */
export function parseGrammar(text: string): Parsed {
  if (text.length > LONGEST_TEXT || !isStorable(text)) {
    const message = said('filters.problem.textTooLong', {
      most: { count: LONGEST_TEXT },
      length: { count: text.length },
    });
    return { parameters: [], words: [], problems: [{ parameter: 'q', message }] };
  }
  const parameters: [string, string][] = [];
  const words: Word[] = [];
  const problems: Problem[] = [];
  for (const [token] of text.matchAll(TOKENS)) {
    const operator = OWN_ID.test(token) ? null : OPERATOR.exec(token);
    if (operator) {
      const [, minus, name = '', value = ''] = operator;
      const read = readOperator(name.toLowerCase(), value, minus === '-');
      if ('message' in read) problems.push({ parameter: 'q', message: read.message });
      else parameters.push(...read.parameters);
    } else words.push(...wordIn(token));
  }
  if (words.length > MOST_WORDS)
    problems.push({ parameter: 'q', message: said('filters.problem.manyWords', { most: MOST_WORDS }) });
  return { parameters, words: words.slice(0, MOST_WORDS), problems };
}

type Operated = { readonly parameters: [string, string][] } | { readonly message: Said };

function readOperator(name: string, value: string, isExcluded: boolean): Operated {
  const pieces = (value.match(PIECES) ?? []).map((piece) => piece.trim()).filter(Boolean);
  if (pieces.length === 0) return { message: said('filters.problem.nothingAfter', { text: quoted(`${name}:`) }) };
  const not = isExcluded ? '!' : '';
  if (isIn(WORD_OPERATORS, name))
    return { parameters: pieces.map((piece) => [WORD_OPERATORS[name], `${not}${plain(piece)}`]) };
  if (isIdOperator(name)) return { parameters: pieces.map((piece) => [name, idText(piece, isExcluded)]) };
  if (name === 'amount') return readAmounts(plain(value.trim()), isExcluded);
  if (isIn(MOMENT_OPERATORS, name)) {
    return isExcluded || pieces.length > 1
      ? { message: said('filters.problem.oneDate', { text: quoted(`${name}:`) }) }
      : { parameters: [[MOMENT_OPERATORS[name], plain(value.trim())]] };
  }
  return { message: said('filters.problem.notOperator', { text: quoted(`${name}:`) }) };
}

function readAmounts(text: string, isExcluded: boolean): Operated {
  if (isExcluded) return { message: said('filters.problem.amountExcluded') };
  const range = /^(.*?)\.\.(.*)$/s.exec(text);
  const [, sign = '', amount = ''] = /^(>=|<=|=|)(.*)$/s.exec(text) ?? [];
  const [least, most] = range ? [range[1], range[2]] : [sign === '<=' ? '' : amount, sign === '>=' ? '' : amount];
  const parameters: [string, string][] = [];
  if (least?.trim()) parameters.push(['amount_min', least.trim()]);
  if (most?.trim()) parameters.push(['amount_max', most.trim()]);
  return parameters.length > 0
    ? { parameters }
    : { message: said('filters.problem.notAnAmount', { text: quoted(text) }) };
}

/** A piece of an id operator in the form that its parameter has. */
function idText(piece: string, isExcluded: boolean): string {
  if (piece === 'empty') return idFilterText({ value: '', isPrefix: false, isExcluded });
  const isPrefix = piece.endsWith('*');
  return idFilterText({ value: plain(isPrefix ? piece.slice(0, -1) : piece), isPrefix, isExcluded });
}

function wordIn(token: string): Word[] {
  const isExcluded = token.startsWith('-') && token.length > 1;
  const rest = isExcluded ? token.slice(1) : token;
  // A word is always looked for as a beginning too: its star says nothing more.
  const value = plain(rest.endsWith('*') ? rest.slice(0, -1) : rest).trim();
  return value === '' ? [] : [{ value, isExcluded }];
}

/** A piece without its quotation marks. */
function plain(piece: string): string {
  return piece.replace(MARKED_PART, (_, inner: string) => unescaped(inner));
}

/** The words alone, as they stand in `q`. */
export function wordsText(words: readonly Word[]): string {
  return words.map(({ value, isExcluded }) => `${isExcluded ? '-' : ''}${shown(value)}`).join(' ');
}

/** The grammar that says the same as a query string; what it has no operator for (zone, order, page) is left out. */
export function printGrammar(search: URLSearchParams): string {
  const said: string[] = [];
  for (const [operator, name] of Object.entries(WORD_OPERATORS)) {
    const words = search.getAll(name);
    const [wanted, unwanted] = [words.filter((word) => !word.startsWith('!')), words.filter((w) => w.startsWith('!'))];
    if (wanted.length > 0) said.push(`${operator}:${wanted.join(',')}`);
    if (unwanted.length > 0) said.push(`-${operator}:${unwanted.map((word) => word.slice(1)).join(',')}`);
  }
  const [least, most] = [search.get('amount_min'), search.get('amount_max')];
  if (least !== null && most !== null) said.push(least === most ? `amount:=${least}` : `amount:${least}..${most}`);
  else if (least !== null || most !== null) said.push(least === null ? `amount:<=${most}` : `amount:>=${least}`);
  for (const [operator, name] of Object.entries(MOMENT_OPERATORS)) {
    const moment = search.get(name);
    if (moment !== null) said.push(`${operator}:${moment}`);
  }
  return [...said, ...ID_OPERATOR_NAMES.flatMap((name) => printIds(name, search)), search.get('q') ?? '']
    .filter(Boolean)
    .join(' ');
}

function printIds(name: IdOperator, search: URLSearchParams): string[] {
  const filters = search.getAll(name).map((text) => readIdFilter(name, text));
  const read = filters.flatMap((one) => ('value' in one ? [one.value] : []));
  const pieces = (isExcluded: boolean) =>
    read
      .filter((filter) => filter.isExcluded === isExcluded)
      .map((filter) => idFilterText({ ...filter, isExcluded: false }, (value) => /[\s",]/u.test(value)))
      .join(',');
  const [wanted, unwanted] = [pieces(false), pieces(true)];
  return [wanted && `${name}:${wanted}`, unwanted && `-${name}:${unwanted}`];
}

function shown(value: string): string {
  const needsMarks = /[\s"]/u.test(value) || /^-|\*$/.test(value) || (OPERATOR.test(value) && !OWN_ID.test(value));
  return needsMarks ? marked(value) : value;
}

function isIdOperator(name: string): name is IdOperator {
  return (ID_OPERATOR_NAMES as readonly string[]).includes(name);
}

function isIn<T extends object>(record: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(record, name);
}
