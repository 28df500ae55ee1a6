import type { Status } from '@/lib/events/status';
import { type Said, said } from '@/lib/language/said';
import type { Money } from '@/lib/money';
import type { Kind } from '@/lib/providers/catalogue';
import type { TimelineEntry } from './timeline';
import type { Transaction } from './transaction';

/**
 * Where a payment stands, as one sentence for people: `transactions.sentence` has every wording. Of the refund a sentence
 * names a moment only where it has one of its own.
 */

const SPEAKS_OF_REFUND: readonly Status[] = ['failed_returning', 'failed_returned', 'failed_stuck', 'returned'];
/** Kinds whose payloads tell of a refund as soon as there is one, so that silence means something. */
const REFUNDABLE: readonly Kind[] = ['issuance', 'redemption', 'fiat_deposit', 'usd_to_pix'];
/** Settlements between a currency and its token, which are spoken of in tokens. */
const TOKEN_KINDS: readonly Kind[] = ['issuance', 'redemption'];

/** How a moment and an amount are written for this reader: `date` "15 May 2026", `time` "13:28 UTC". */
export type Writing = {
  readonly date: (instant: string) => string;
  readonly time: (instant: string) => string;
  readonly money: (money: Money) => string;
};

/** When the state was reached, by the provider's clock, as far as its events tell. */
export type Moments = {
  readonly reachedAt: string;
  /** When the refund reached its present state; `null` without refund. */
  readonly refundAt: string | null;
  /** One event told of both: the original reached its state then or at any time before. */
  readonly isToldTogether: boolean;
};

export function sentence(transaction: Transaction, moments: Moments, writing: Writing): Said {
  const words = { ...factsOf(transaction, writing), ...timesOf(moments, writing) };
  const first = said(`transactions.sentence.state.${patternOf(transaction, moments)}`, words);
  const second = refundClause(transaction);
  return second ? said('transactions.sentence.two', { first, second }) : first;
}

/** Which sentence says it: some kinds read better in words of their own. */
function patternOf({ kind, status }: Transaction, moments: Moments) {
  if (status === 'completed' && kind === 'balance_update') return 'arrived';
  if (status === 'completed' && kind === 'kyc') return 'checked';
  if (!hasOwnRefundMoment(moments)) return status;
  if (status === 'failed_returned') return 'failed_returned_since';
  if (status === 'failed_stuck') return 'failed_stuck_at';
  return status === 'returned' ? 'returned_at' : status;
}

function hasOwnRefundMoment({ refundAt, isToldTogether }: Moments): boolean {
  return refundAt !== null && !isToldTogether;
}

function timesOf({ reachedAt, refundAt, isToldTogether }: Moments, { date, time }: Writing) {
  const momentOf = (at: string) => said('transactions.sentence.moment', { date: date(at), time: time(at) });
  const since = momentOf(reachedAt);
  const when = isToldTogether
    ? said('transactions.sentence.by', { moment: since })
    : said('transactions.sentence.on', { moment: since });
  if (refundAt === null) return { since, when };
  if (date(refundAt) === date(reachedAt))
    return {
      ...{ since, when },
      refundSince: said('transactions.sentence.sinceTime', { time: time(refundAt) }),
      refundWhen: said('transactions.sentence.atTime', { time: time(refundAt) }),
    };
  const moment = momentOf(refundAt);
  return {
    ...{ since, when },
    refundSince: said('transactions.sentence.sinceMoment', { moment }),
    refundWhen: said('transactions.sentence.on', { moment }),
  };
}

function factsOf(transaction: Transaction, writing: Writing) {
  const { provider, revertedAmount, amount, details } = transaction;
  return {
    payment: payment(transaction, writing),
    failed: provider === 'ripio' ? said('transactions.sentence.cancelled') : said('transactions.sentence.failed'),
    returned: revertedAmount ? amountOf(revertedAmount, writing) : said('transactions.sentence.untoldReturned'),
    arrived: amount ? amountOf(amount, writing) : said('transactions.sentence.untoldArrived'),
    result: details.kyc_status ?? said('words.notTold'),
  };
}

/** "Redemption of 101 MXNB", "Conversion of 100 MXN to 5.2 USDC", "Mint of an unknown amount". */
function payment(transaction: Transaction, writing: Writing): Said {
  const { kind, amount: told, amountOut, token, isIncomplete } = transaction;
  const inTokens = told && token && TOKEN_KINDS.includes(kind) ? { ...told, currency: token } : told;
  const noun = nounOf(kind);
  const amount = inTokens && amountOf(inTokens, writing);
  const out = amountOut && amountOf(amountOut, writing);
  if (amount && out) return said('transactions.sentence.payment.ofTo', { noun, amount, out });
  if (amount) return said('transactions.sentence.payment.of', { noun, amount });
  if (!isIncomplete) return out ? said('transactions.sentence.payment.to', { noun, out }) : noun;
  return out
    ? said('transactions.sentence.payment.unknownTo', { noun, out })
    : said('transactions.sentence.payment.unknown', { noun });
}

function nounOf(kind: Kind): Said {
  return kind === 'kyc' || kind === 'money_transfer' || kind === 'operation'
    ? said(`transactions.sentence.noun.${kind}`)
    : said(`words.kind.${kind}`);
}

/** An amount, with its missing currency said in words. */
function amountOf(money: Money, writing: Pick<Writing, 'money'>): Said | string {
  const amount = writing.money(money);
  return money.currency === null ? said('transactions.sentence.untoldCurrency', { amount }) : amount;
}

/** The same in English. */
export function written(money: Money, writing: Pick<Writing, 'money'>): string {
  return money.currency === null ? `${writing.money(money)} of an untold currency` : writing.money(money);
}

/** Said after the sentence of a state that does not speak of the refund itself. */
function refundClause({ status, refund, kind }: Transaction): Said | null {
  if (SPEAKS_OF_REFUND.includes(status)) return null;
  if (refund) return said(`transactions.sentence.refund.${refund.status ?? 'untold'}`);
  return status === 'failed' && REFUNDABLE.includes(kind) ? said('transactions.sentence.refund.none') : null;
}

/** The state of the original alone, without what a refund or a part of a reversal adds to it. */
export const ORIGINAL_STATUS = {
  pending: 'pending',
  processing: 'processing',
  completed: 'completed',
  blocked: 'blocked',
  failed: 'failed',
  failed_returning: 'failed',
  failed_returned: 'failed',
  failed_stuck: 'failed',
  returned: 'failed',
  reversed: 'reversed',
  partly_reversed: 'reversed',
  unrecognised: 'unrecognised',
} as const satisfies Record<Status, Status>;

/** When the present state was reached: the first event of the run that still lasts. */
export function momentsOf(transaction: Transaction, entries: readonly TimelineEntry[]): Moments {
  const reached = firstOfRun(
    entries,
    ({ state }) => ORIGINAL_STATUS[state.status] === ORIGINAL_STATUS[transaction.status],
  );
  const { refund } = transaction;
  const refunded =
    refund && firstOfRun(entries, ({ state }) => state.refund !== null && state.refund.status === refund.status);
  return {
    reachedAt: reached?.event.occurredAt ?? transaction.updatedAt,
    refundAt: refunded?.event.occurredAt ?? null,
    isToldTogether: refunded != null && refunded.event.id === reached?.event.id,
  };
}

/** The earliest entry from which on everything to the end passes the test. */
function firstOfRun(
  entries: readonly TimelineEntry[],
  test: (entry: TimelineEntry) => boolean,
): TimelineEntry | undefined {
  return entries[entries.findLastIndex((entry) => !test(entry)) + 1];
}
