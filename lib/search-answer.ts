import type { Reading, ReadingKind } from '@/lib/identifiers/classify';
import { factsOf } from '@/lib/identifiers/spoken';
import { type Reader, said, spoken } from '@/lib/language/said';
import type { ExceptionHit, LineHit } from '@/lib/reconciliation/search-hit';
import type { Hit, Likeness } from '@/lib/transactions/hit';
import type { Transaction } from '@/lib/transactions/transaction';
import { fieldName, type SearchField } from './search-field';
import type { NearHits, SearchGroup, SearchGroups } from './search-groups';

/**
 * What the palette is told while somebody types: little enough to be sent with every pause, and in the words of whoever
 * types, so that no page has to have them. Plain JSON.
 */
export type SearchAnswer = {
  readonly readings: readonly AnsweredReading[];
  readonly groups: readonly AnsweredGroup[];
  /** Where nothing is exact: values like it. */
  readonly near: readonly AnsweredHit[];
  /** The database stopped before everything was compared. */
  readonly isCut: boolean;
};
export type AnsweredReading = {
  readonly kind: ReadingKind;
  readonly label: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly warning: string | null;
};
export type AnsweredGroup = {
  readonly name: SearchGroup;
  /** Of all there are, counted up to MAX_COUNTED. */
  readonly count: number;
  readonly hits: readonly AnsweredHit[];
};

/** `field`: what the field is called that hit. */
type Field = { readonly field: string; readonly value: string; readonly likeness: Likeness };
export type AnsweredHit =
  | ({ readonly is: 'payment'; readonly payment: AnsweredPayment } & Field)
  | ({ readonly is: 'line'; readonly line: LineHit['line'] } & Field)
  | ({ readonly is: 'exception'; readonly exception: AnsweredException } & Field);
export type AnsweredPayment = Pick<
  Transaction,
  'id' | 'provider' | 'kind' | 'status' | 'providerStatus' | 'amount' | 'isIncomplete' | 'isCurrencyAssumed'
>;
/** `title`: its reason, `state`: how far it is, both in words. */
export type AnsweredException = { readonly id: string; readonly title: string; readonly state: string };

/** The same hits, each with the first of the fields that hit. */
export function answerOf(
  readings: readonly Reading[],
  groups: SearchGroups,
  near: NearHits | null,
  reader: Reader,
): SearchAnswer {
  const { transactions, steps, events, lines, exceptions } = groups;
  const payments = (hits: readonly Hit[]) => hits.map((hit) => paymentHit(hit, reader));
  const all: readonly AnsweredGroup[] = [
    { name: 'transactions', count: transactions.count, hits: payments(transactions.hits) },
    { name: 'steps', count: steps.count, hits: payments(steps.hits) },
    { name: 'events', count: events.count, hits: payments(events.hits) },
    { name: 'lines', count: lines.count, hits: lines.hits.map((hit) => lineHit(hit, reader)) },
    { name: 'exceptions', count: exceptions.count, hits: exceptions.hits.map((hit) => exceptionHit(hit, reader)) },
  ];
  return {
    readings: readings.map((reading) => answeredReading(reading, reader)),
    groups: all.filter(({ hits }) => hits.length > 0),
    near: near ? payments(near.hits.slice(0, 5)) : [],
    isCut: near?.isCut ?? false,
  };
}

function answeredReading(reading: Reading, reader: Reader): AnsweredReading {
  const { kind, warning } = reading;
  return {
    kind,
    label: reader.t(`words.reading.${kind}`),
    facts: factsOf(reading, reader),
    warning: warning ? spoken(warning, reader) : null,
  };
}

function paymentHit({ transaction, matches: [match] }: Hit, reader: Reader): AnsweredHit {
  const { id, provider, kind, status, providerStatus, amount, isIncomplete, isCurrencyAssumed } = transaction;
  const payment = { id, provider, kind, status, providerStatus, amount, isIncomplete, isCurrencyAssumed };
  return { is: 'payment', payment, ...fieldOf(match, match?.likeness ?? 'is', reader) };
}

function lineHit({ line, matches: [match] }: LineHit, reader: Reader): AnsweredHit {
  return { is: 'line', line, ...fieldOf(match, 'is', reader) };
}

function exceptionHit(
  { exception: { id, reason, state }, matches: [match] }: ExceptionHit,
  reader: Reader,
): AnsweredHit {
  const exception = {
    id,
    title: spoken(said(`reasons.reason.${reason}.label`), reader),
    state: spoken(said(`reasons.exceptionState.${state}`), reader),
  };
  return { is: 'exception', exception, ...fieldOf(match, 'is', reader) };
}

type FoundIn = { readonly kind: SearchField; readonly value: string };

function fieldOf(match: FoundIn | undefined, likeness: Likeness, reader: Reader): Field {
  return { field: match ? spoken(fieldName(match.kind), reader) : '', value: match?.value ?? '', likeness };
}
