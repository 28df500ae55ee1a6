import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Status } from '@/lib/events/status';
import { tokenOf } from '@/lib/kept-value';
import { type Said, said } from '@/lib/language/said';
import { type Environment, type Kind, PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';
import type { Reconciled } from '@/lib/reconciliation/match';
import { isCalendarDate, type TimeZone } from '@/lib/time-zones';
import type { Filters } from './filters';
import type { IdFilter, IdOperator } from './filters-ids';
import { fixedMoment, isRelative } from './filters-moments';
import { type IsWord, LIST_NAMES, type ListName, SINGLE_NAMES, type SingleName, wordOf } from './filters-values';
import { parseGrammar, type Word, wordsText } from './grammar-text';

/** What a condition is about, and how it belongs to its value; the words of both are messages of the room `filters`. */
export type Field = ListName | IdOperator | 'occurred' | 'updated' | 'amount' | 'any';
export type Operator =
  | (typeof NEGATIVE)[number]
  | 'is'
  | 'stands'
  | 'begins'
  | 'anyIs'
  | 'from'
  | 'to'
  | 'atLeast'
  | 'atMost';

const NEGATIVE = ['isNot', 'standsNot', 'beginsNot', 'anyNot'] as const;

/** One condition of a filter in words. */
export type Condition = {
  readonly field: Field;
  readonly operator: Operator;
  /** Text where it is nobody's language: a currency code, an id. */
  readonly value: Said | string;
  /** The change of filters that takes it away. */
  readonly without: Partial<Filters>;
  /** The change that turns it round; `null` where it has no opposite. */
  readonly opposite: Partial<Filters> | null;
};

const LIST_VALUES = {
  provider: (word) => PROVIDER_LABELS[word as Provider],
  kind: (word) => said(`words.kind.${word as Kind}`),
  status: (word) => said(`words.status.${word as Status}`),
  currency: (word) => word,
  environment: (word) => said(`words.environment.${word as Environment}`),
  reconciliation: (word) => said(`filters.reconciled.${word as Reconciled}`),
  is: (word) => said(`filters.is.${word as IsWord}`),
} as const satisfies Record<ListName, (word: string) => Said | string>;

const SINGLE_WORDS = {
  occurred_from: ['occurred', 'from'],
  occurred_to: ['occurred', 'to'],
  updated_from: ['updated', 'from'],
  updated_to: ['updated', 'to'],
  amount_min: ['amount', 'atLeast'],
  amount_max: ['amount', 'atMost'],
} as const satisfies Record<SingleName, readonly [field: Field, operator: Operator]>;

/** Every condition of a filter, one value each, in the order of the filter bar. */
export function conditionsOf(filters: Filters, now: Date): Condition[] {
  return [
    ...LIST_NAMES.flatMap((name) => listConditions(filters, name)),
    ...filters.ids.map((filter) => idCondition(filters, filter)),
    ...SINGLE_NAMES.flatMap((name) => singleCondition(filters, name, now)),
    ...wordConditions(filters),
  ];
}

function listConditions(filters: Filters, name: ListName): Condition[] {
  // A payment is something, and stands late: not every language has one word for both.
  const [does, doesNot] = name === 'is' ? (['stands', 'standsNot'] as const) : (['is', 'isNot'] as const);
  return filters[name].map((text) => {
    const { word, isExcluded } = wordOf(text);
    const turned = isExcluded ? word : `!${word}`;
    return {
      field: name,
      operator: isExcluded ? doesNot : does,
      value: LIST_VALUES[name](word),
      without: { [name]: filters[name].filter((other) => other !== text) },
      opposite: { [name]: filters[name].map((other) => (other === text ? turned : other)) },
    };
  });
}

const ID_WORDS = {
  prefix: ['begins', 'beginsNot'],
  empty: ['stands', 'standsNot'],
  whole: ['is', 'isNot'],
} as const satisfies Record<string, readonly [does: Operator, doesNot: Operator]>;

function idCondition(filters: Filters, filter: IdFilter): Condition {
  const { operator, value, isPrefix, isExcluded } = filter;
  const [does, doesNot] = ID_WORDS[isPrefix ? 'prefix' : value === '' ? 'empty' : 'whole'];
  return {
    field: operator,
    operator: isExcluded ? doesNot : does,
    value: value === '' ? said('filters.value.empty') : shownValue(value),
    without: { ids: filters.ids.filter((other) => other !== filter) },
    opposite: { ids: filters.ids.map((other) => (other === filter ? { ...filter, isExcluded: !isExcluded } : other)) },
  };
}

const shownValue = (value: string) => (tokenOf(value) === null ? value : said('filters.value.kept'));

function singleCondition(filters: Filters, name: SingleName, now: Date): Condition[] {
  const text = filters[name];
  if (text === null) return [];
  const [field, operator] = SINGLE_WORDS[name];
  const isAmount = field === 'amount';
  const value = isAmount
    ? said('filters.value.amount', { amount: { money: { amount: text, currency: null } } })
    : momentWords(text, filters.tz, now);
  return [{ field, operator, value, without: { [name]: null }, opposite: null }];
}

function wordConditions({ q }: Filters): Condition[] {
  const words = q === null ? [] : parseGrammar(q).words;
  return words.map((word: Word) => ({
    field: 'any',
    operator: word.isExcluded ? 'anyNot' : 'anyIs',
    value: shownValue(word.value),
    without: { q: wordsText(words.filter((other) => other !== word)) || null },
    opposite: {
      q: wordsText(words.map((other) => (other === word ? { ...word, isExcluded: !word.isExcluded } : other))),
    },
  }));
}

/** A day is named with its zone, a relative one with the day it is; an instant is shown in the zone. */
function momentWords(text: string, zone: TimeZone, now: Date): Said {
  const fixed = fixedMoment(text, zone, now);
  const shown = isCalendarDate(fixed) ? dayWords(fixed) : instantWords(fixed, zone);
  const moment = said('filters.value.inZone', { moment: shown, zone: said(`frame.zone.names.${zone}`) });
  if (!isRelative(text)) return moment;
  if (text === 'today' || text === 'month') return said(`filters.value.${text}`, { moment });
  return said('filters.value.days', { days: String(Number.parseInt(text, 10)), moment });
}

/** A day is a day in every zone: it is named by its own digits. */
function dayWords(date: string): Said {
  const [year = '', month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? '1';
  return said('filters.value.day', { day: String(Number(day)), month: said(`filters.month.${name}`), year });
}

const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

function instantWords(instant: string, zone: TimeZone): Said {
  const local = new TZDate(Date.parse(instant), zone);
  return said('filters.value.instant', { day: dayWords(format(local, 'yyyy-MM-dd')), time: format(local, 'HH:mm:ss') });
}

/**
 * A filter in one sentence, for titles and manifests: "Transactions: provider is Juno or BRLA; state is not Failed;
 * occurred from 1 Mar 2026 (UTC)." Relative days are written out as they are at `now`.
 */
export function filterWords(filters: Filters, now: Date): Said {
  const clauses = new Map<string, Condition[]>();
  for (const condition of conditionsOf(filters, now)) {
    const head = `${condition.field} ${condition.operator}`;
    clauses.set(head, [...(clauses.get(head) ?? []), condition]);
  }
  const parts = [...clauses.values()].map(clauseOf);
  return parts.length === 0
    ? said('filters.sentence.all')
    : said('filters.sentence.some', { clauses: inARow('and', parts) });
}

function clauseOf(conditions: readonly Condition[]): Said {
  const [{ field, operator }] = conditions as readonly [Condition];
  const isNegative = (NEGATIVE as readonly string[]).includes(operator);
  return said('filters.sentence.clause', {
    field: said(`filters.inClause.${field}`),
    operator: said(`filters.operator.${operator}`),
    values: inARow(
      isNegative ? 'nor' : 'or',
      conditions.map(({ value }) => value),
    ),
  });
}

/** Several, with the same word between each two. */
function inARow(word: 'and' | 'or' | 'nor', parts: readonly (Said | string)[]): Said | string {
  return parts.reduce((first, next) => said(`filters.sentence.${word}`, { first, next }));
}
