import type { Status } from '@/lib/events/status';
import { formatInstant } from '@/lib/format';
import { type Reader, type Said, type SaidValue, type SaidValues, said, spoken } from '@/lib/language/said';
import type { Money } from '@/lib/money';
import type { Kind } from '@/lib/providers/catalogue';
import type { TimelineEntry } from './timeline';
import type { Transaction } from './transaction';

const SPEAKS_OF_REFUND: readonly Status[] = ['failed_returning', 'failed_returned', 'failed_stuck', 'returned'];
/** Kinds whose payloads tell of a refund as soon as there is one, so that silence means something. */
const REFUNDABLE: readonly Kind[] = ['issuance', 'redemption', 'fiat_deposit', 'usd_to_pix'];
/** Settlements between a currency and its token, which are spoken of in tokens. */
const TOKEN_KINDS: readonly Kind[] = ['issuance', 'redemption'];

/** When the state was reached, by the provider's clock, as far as its events tell. */
export type Moments = {
  readonly reachedAt: string;
  /** When the refund reached its present state; `null` without refund. */
  readonly refundAt: string | null;
  /** One event told of both: the original reached its state then or at any time before. */
  readonly isToldTogether: boolean;
};

/**
 * Where a payment stands, as one sentence for people: the messages `payment.sentence`, one for each state, and of two
 * kinds that read better in words of their own. Their gaps are `{payment}` kind and amount · `{manner}` the provider's
 * manner of failing · `{told}` whether it happened then, or by then · `{date}`, `{time}` · `{refund}` whether the refund
 * has a moment of its own, and on which day · `{refundDate}`, `{refundTime}` · `{returned}` what came back ·
 * `{arrived}` the amount alone · `{result}` of an identity check.
 */
export function sentence(transaction: Transaction, moments: Moments, reader: Reader): string {
  const main = said(mainKey(transaction), { ...wordsFor(transaction), ...timesFor(moments, reader) });
  return [main, refundClause(transaction)].flatMap((one) => (one ? [spoken(one, reader)] : [])).join(' ');
}

function mainKey({ status, kind }: Transaction): Said['key'] {
  if (status === 'completed' && kind === 'balance_update') return said('payment.arrived').key;
  if (status === 'completed' && kind === 'kyc') return said('payment.checked').key;
  return said(`payment.sentence.${status}`).key;
}

function wordsFor(transaction: Transaction): SaidValues {
  const { amount, revertedAmount, provider, details } = transaction;
  return {
    payment: payment(transaction),
    manner: provider === 'ripio' ? 'cancelled' : 'failed',
    returned: revertedAmount ? sumOf(revertedAmount) : said('payment.untoldAmount'),
    arrived: amount ? sumOf(amount) : said('payment.untoldArrived'),
    result: details.kyc_status ?? said('words.notTold'),
  };
}

function timesFor({ reachedAt, refundAt, isToldTogether }: Moments, reader: Reader): SaidValues {
  const day = (instant: string) => formatInstant(instant, reader.zone, reader.region).date;
  const isSameDay = refundAt !== null && day(refundAt) === day(reachedAt);
  return {
    told: isToldTogether ? 'by' : 'on',
    date: day(reachedAt),
    time: timeOf(reachedAt, reader),
    refund: refundAt === null || isToldTogether ? 'none' : isSameDay ? 'sameDay' : 'otherDay',
    refundDate: refundAt === null ? '' : day(refundAt),
    refundTime: refundAt === null ? '' : timeOf(refundAt, reader),
  };
}

/** "13:28 UTC", "07:28 Mexico City time". */
function timeOf(instant: string, { zone, region }: Reader): SaidValue {
  const time = formatInstant(instant, zone, region).time.slice(0, 5);
  return zone === 'UTC' ? `${time} UTC` : said('payment.time', { time, zone: said(`frame.zone.names.${zone}`) });
}

/** "Redemption of 101 MXNB", "Conversion of 100 MXN to 5.2 USDC", "Mint of an unknown amount". */
function payment(transaction: Transaction): Said {
  const { kind, amount, amountOut, token, isIncomplete } = transaction;
  const inTokens = amount && token && TOKEN_KINDS.includes(kind) ? { ...amount, currency: token } : amount;
  return said('payment.of', {
    noun: said(`payment.noun.${kind}`),
    given: inTokens ? 'told' : isIncomplete ? 'unknown' : 'none',
    amount: inTokens ? sumOf(inTokens) : '',
    exchanged: amountOut ? 'yes' : 'no',
    amountOut: amountOut ? sumOf(amountOut) : '',
  });
}

/** An amount, with its missing currency said in words. */
function sumOf(money: Money): SaidValue {
  return money.currency === null ? said('payment.untoldCurrency', { amount: { money } }) : { money };
}

function refundClause({ status, refund, kind }: Transaction): Said | null {
  if (SPEAKS_OF_REFUND.includes(status)) return null;
  if (refund) return said(`payment.refundBeside.${refund.status ?? 'untold'}`);
  return status === 'failed' && REFUNDABLE.includes(kind) ? said('payment.refundBeside.none') : null;
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
