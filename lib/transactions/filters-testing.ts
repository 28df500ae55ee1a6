import fc from 'fast-check';
import { STATUSES } from '@/lib/events/status';
import { ENVIRONMENTS, PROVIDERS } from '@/lib/providers/catalogue';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { type ListQuery, SORTS } from './filters';
import { ID_OPERATOR_NAMES, type IdFilter } from './filters-ids';
import { ALL_KINDS, IS_WORDS, RECONCILED_WORDS } from './filters-values';
import { wordsText } from './grammar-text';

/** Arbitrary list queries in canonical form, for property tests. */

const some = (words: readonly string[]) =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom('', '!'), fc.constantFrom(...words)).map(([not, word]) => `${not}${word}`),
    { maxLength: 3 },
  );
const amount = fc.constantFrom('0', '12.50', '-3', '1298.3766240000');
const moment = fc.constantFrom('2026-03-31', 'today', '7d', 'month', '2026-03-31T12:00:00.123456-06:00');
const value = fc.oneof(
  fc.constantFrom(
    'empty',
    '*',
    '!',
    '"',
    '\\',
    'a,b',
    'a b',
    '-a',
    'ref:x',
    "'; drop table",
    'ñ, é',
    'juno:issuance:1',
  ),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const cleanValue = value.map((text) => text.trim()).filter((text) => text !== '' && !text.includes('\u0000'));

const ids: fc.Arbitrary<IdFilter[]> = fc
  .uniqueArray(
    fc.record({
      operator: fc.constantFrom(...ID_OPERATOR_NAMES),
      value: cleanValue,
      isPrefix: fc.boolean(),
      isExcluded: fc.boolean(),
    }),
    { maxLength: 4, selector: (filter) => JSON.stringify(filter) },
  )
  .map((filters) => [...filters].sort(byOperator));

/** A query string holds them operator by operator, which is how they are read. */
function byOperator(a: IdFilter, b: IdFilter): number {
  return ID_OPERATOR_NAMES.indexOf(a.operator) - ID_OPERATOR_NAMES.indexOf(b.operator);
}

const words = fc
  .array(fc.record({ value: cleanValue, isExcluded: fc.boolean() }), { maxLength: 4 })
  .map((list) => wordsText(list) || null);

export const listQueries: fc.Arbitrary<ListQuery> = fc.record({
  filters: fc.record({
    provider: some(PROVIDERS),
    kind: some(ALL_KINDS),
    status: some(STATUSES),
    currency: some(['MXN', 'BRL', 'USDC', 'BRL1']),
    environment: some(ENVIRONMENTS),
    reconciliation: some(RECONCILED_WORDS),
    is: some(IS_WORDS),
    ids,
    q: words,
    occurred_from: fc.option(moment),
    occurred_to: fc.option(moment),
    updated_from: fc.option(moment),
    updated_to: fc.option(moment),
    amount_min: fc.option(amount),
    amount_max: fc.option(amount),
    tz: fc.constantFrom(...(Object.keys(TIME_ZONES) as TimeZone[])),
  }),
  sort: fc.constantFrom(...SORTS),
  limit: fc.constantFrom(1, 50, 200),
  cursor: fc.constant(null),
});
