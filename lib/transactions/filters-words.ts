import { STATUS_LABELS, type Status } from '@/lib/events/status';
import { formatInstant, formatMoney } from '@/lib/format';
import {
  ENVIRONMENT_LABELS,
  type Environment,
  KIND_LABELS,
  type Kind,
  PROVIDER_LABELS,
  type Provider,
} from '@/lib/providers/catalogue';
import { RECONCILED, type Reconciled } from '@/lib/reconciliation/match';
import { isCalendarDate, TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import type { Filters } from './filters';
import { ID_OPERATORS, type IdFilter } from './filters-ids';
import { fixedMoment, isRelative } from './filters-moments';
import { type IsWord, type ListName, type SingleName, wordOf } from './filters-values';
import { parseGrammar, type Word, wordsText } from './grammar-text';
import { KEPT_WORDS, tokenOf } from './kept-value';

/** One condition of a filter in words. */
export type Condition = {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
  /** The change of filters that takes it away. */
  readonly without: Partial<Filters>;
  /** The change that turns it round; `null` where it has no opposite. */
  readonly opposite: Partial<Filters> | null;
};

/** What each condition of `is` means; `is` and `is not` go before. */
export const IS_LABELS = {
  late: 'late',
  stuck: 'stuck in its refund',
  incomplete: 'missing its amount',
  duplicate: 'told more than once',
  inferred: 'matched without a rail id',
  reopened: 'reopened after its end',
  unrecognised: 'partly not understood',
} as const satisfies Record<IsWord, string>;

const LIST_WORDS = {
  provider: ['Provider', (word) => PROVIDER_LABELS[word as Provider]],
  kind: ['Kind', (word) => KIND_LABELS[word as Kind]],
  status: ['State', (word) => STATUS_LABELS[word as Status]],
  currency: ['Asset', (word) => word],
  environment: ['Environment', (word) => ENVIRONMENT_LABELS[word as Environment]],
  reconciliation: ['Bank', (word) => RECONCILED[word as Reconciled]],
  is: ['Payment', (word) => IS_LABELS[word as IsWord]],
} as const satisfies Record<ListName, readonly [field: string, label: (word: string) => string]>;

const SINGLE_WORDS = {
  occurred_from: ['Occurred', 'from'],
  occurred_to: ['Occurred', 'to'],
  updated_from: ['Changed', 'from'],
  updated_to: ['Changed', 'to'],
  amount_min: ['Amount', 'at least'],
  amount_max: ['Amount', 'at most'],
} as const satisfies Record<SingleName, readonly [field: string, operator: string]>;

/** Every condition of a filter, one value each, in the order of the filter bar. */
export function conditionsOf(filters: Filters, now: Date): Condition[] {
  return [
    ...(Object.keys(LIST_WORDS) as ListName[]).flatMap((name) => listConditions(filters, name)),
    ...filters.ids.map((filter) => idCondition(filters, filter)),
    ...(Object.keys(SINGLE_WORDS) as SingleName[]).flatMap((name) => singleCondition(filters, name, now)),
    ...wordConditions(filters),
  ];
}

function listConditions(filters: Filters, name: ListName): Condition[] {
  const [field, label] = LIST_WORDS[name];
  return filters[name].map((text) => {
    const { word, isExcluded } = wordOf(text);
    const turned = isExcluded ? word : `!${word}`;
    return {
      field,
      operator: isExcluded ? 'is not' : 'is',
      value: label(word),
      without: { [name]: filters[name].filter((other) => other !== text) },
      opposite: { [name]: filters[name].map((other) => (other === text ? turned : other)) },
    };
  });
}

function idCondition(filters: Filters, filter: IdFilter): Condition {
  const { operator, value, isPrefix, isExcluded } = filter;
  const [does, doesNot] = isPrefix ? ['begins with', 'does not begin with'] : ['is', 'is not'];
  return {
    field: ID_OPERATORS[operator].label,
    operator: isExcluded ? doesNot : does,
    value: value === '' ? 'empty' : shownValue(value),
    without: { ids: filters.ids.filter((other) => other !== filter) },
    opposite: { ids: filters.ids.map((other) => (other === filter ? { ...filter, isExcluded: !isExcluded } : other)) },
  };
}

const shownValue = (value: string) => (tokenOf(value) === null ? value : KEPT_WORDS);

function singleCondition(filters: Filters, name: SingleName, now: Date): Condition[] {
  const text = filters[name];
  if (text === null) return [];
  const [field, operator] = SINGLE_WORDS[name];
  const isAmount = name === 'amount_min' || name === 'amount_max';
  const value = isAmount ? formatMoney(text, null).text : momentText(text, filters.tz, now);
  return [{ field, operator, value, without: { [name]: null }, opposite: null }];
}

function wordConditions({ q }: Filters): Condition[] {
  const words = q === null ? [] : parseGrammar(q).words;
  return words.map((word: Word) => ({
    field: 'Any id',
    operator: word.isExcluded ? 'does not begin with' : 'is or begins with',
    value: shownValue(word.value),
    without: { q: wordsText(words.filter((other) => other !== word)) || null },
    opposite: {
      q: wordsText(words.map((other) => (other === word ? { ...word, isExcluded: !word.isExcluded } : other))),
    },
  }));
}

const RELATIVE_WORDS: Readonly<Record<string, string>> = { today: 'today', month: 'the first of this month' };

/** A day is named with its zone, a relative one with the day it is; an instant is shown in the zone. */
function momentText(text: string, zone: TimeZone, now: Date): string {
  const fixed = fixedMoment(text, zone, now);
  const shown = isCalendarDate(fixed)
    ? formatInstant(`${fixed}T00:00:00Z`, 'UTC').date
    : formatInstant(fixed, zone).text;
  const relative = RELATIVE_WORDS[text] ?? `${Number.parseInt(text, 10)} days, today included`;
  return isRelative(text) ? `${relative}: ${shown} (${TIME_ZONES[zone]})` : `${shown} (${TIME_ZONES[zone]})`;
}

/**
 * A filter in one sentence, for titles and manifests: "Transactions: provider is Juno or BRLA; state is not Failed;
 * occurred from 1 Mar 2026 (UTC)." Relative days are written out as they are at `now`.
 */
export function filterWords(filters: Filters, now: Date): string {
  const clauses = new Map<string, string[]>();
  for (const { field, operator, value } of conditionsOf(filters, now)) {
    const head = `${field.charAt(0).toLowerCase()}${field.slice(1)} ${operator}`;
    clauses.set(head, [...(clauses.get(head) ?? []), value]);
  }
  if (clauses.size === 0) return 'All transactions.';
  const said = [...clauses].map(
    ([head, values]) => `${keptCase(head)} ${values.join(head.includes(' not') ? ' nor ' : ' or ')}`,
  );
  return `Transactions: ${said.join('; ')}.`;
}

/** Names that are written in capitals stay so. */
function keptCase(head: string): string {
  return head.replace(/^(?:pIX|cLABE|cBU)/, (word) => word.toUpperCase());
}
