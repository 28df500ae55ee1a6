import type { RefundStatus, Status } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import { KIND_LABELS, type Kind } from '@/lib/providers/catalogue';
import type { TimelineEntry } from './timeline';
import type { Transaction } from './transaction';

/**
 * Where a payment stands, as one sentence for people. Every wording is in the tables below and nowhere else, so that it
 * can be corrected, or translated, in one place.
 *
 * `{payment}` kind and amount · `{failed}` the provider's manner of failing · `{when}` "on 15 May 2026 at 13:28 UTC" ·
 * `{since}` the same without its preposition · `{refundSince}`, `{refundWhen}` the same of the refund, where it has a
 * moment of its own · `{returned}` what came back · `{arrived}` the amount alone · `{result}` of an identity check.
 */
const SENTENCES = {
  pending: '{payment} is pending since {since}.',
  processing: '{payment} is in progress since {since}.',
  completed: '{payment} was completed {when}.',
  blocked: '{payment} is blocked since {since}: a limit is exceeded.',
  failed: '{payment} {failed} {when}.',
  failed_returning: '{payment} {failed} {when}; the refund is under way.',
  failed_returned: '{payment} {failed} {when}; the refund is complete{refundSince}.',
  failed_stuck: '{payment} {failed} {when}, and the refund failed too{refundWhen}.',
  returned: '{payment} was cancelled {when}; the money was returned{refundWhen}.',
  reversed: '{payment} was reversed {when}: {returned} came back.',
  partly_reversed: '{payment} was partly reversed {when}: {returned} came back.',
  unrecognised: '{payment} was reported {when} in words that the desk does not know.',
} as const satisfies Record<Status, string>;

/** Kinds that read better in words of their own. */
const SENTENCES_OF_KIND: Partial<Record<Kind, Partial<Record<Status, string>>>> = {
  balance_update: { completed: '{arrived} arrived at the account {when}.' },
  kyc: { completed: '{payment} was completed {when}; the result is {result}.' },
};

const NOUNS = {
  ...KIND_LABELS,
  kyc: 'Identity check (KYC)',
  money_transfer: 'Money transfer by PIX',
  operation: 'An operation whose kind is not told yet',
} as const satisfies Record<Kind, string>;

/** Said after the sentence of a state that does not speak of the refund itself. */
const REFUND_CLAUSES = {
  pending: 'A refund was requested beside it.',
  processing: 'A refund is under way beside it.',
  completed: 'A refund beside it is complete.',
  failed: 'A refund beside it failed.',
} as const satisfies Record<RefundStatus, string>;
const REFUND_STATE_UNTOLD = 'A refund was begun; its state is not told.';
const NO_REFUND = 'No refund is reported.';

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

export function sentence(transaction: Transaction, moments: Moments, writing: Writing): string {
  const { status, kind } = transaction;
  const words = wordsFor(transaction, moments, writing);
  const pattern = SENTENCES_OF_KIND[kind]?.[status] ?? SENTENCES[status];
  const said = pattern.replace(/\{(\w+)\}/g, (_, name: keyof Words) => words[name]);
  return [said, refundClause(transaction)].filter(Boolean).join(' ');
}

type Words = Readonly<
  Record<
    'payment' | 'failed' | 'when' | 'since' | 'refundSince' | 'refundWhen' | 'returned' | 'arrived' | 'result',
    string
  >
>;

function wordsFor(transaction: Transaction, moments: Moments, writing: Writing): Words {
  const { reachedAt, refundAt, isToldTogether } = moments;
  const { date, time } = writing;
  const moment = `${date(reachedAt)} at ${time(reachedAt)}`;
  const isSameDay = refundAt !== null && date(refundAt) === date(reachedAt);
  const hasOwnMoment = refundAt !== null && !isToldTogether;
  return {
    payment: payment(transaction, writing),
    failed: transaction.provider === 'ripio' ? 'was cancelled' : 'failed',
    when: `${isToldTogether ? 'by' : 'on'} ${moment}`,
    since: moment,
    refundSince: hasOwnMoment ? ` since ${isSameDay ? '' : `${date(refundAt)} at `}${time(refundAt)}` : '',
    refundWhen: hasOwnMoment ? `${isSameDay ? '' : ` on ${date(refundAt)}`} at ${time(refundAt)}` : '',
    returned: transaction.revertedAmount ? written(transaction.revertedAmount, writing) : 'an amount that was not told',
    arrived: transaction.amount ? written(transaction.amount, writing) : 'An amount that was not told',
    result: transaction.details.kyc_status ?? 'not told',
  };
}

/** "Redemption of 101 MXNB", "Conversion of 100 MXN to 5.2 USDC", "Mint of an unknown amount". */
function payment(transaction: Transaction, writing: Writing): string {
  const { kind, amount, amountOut, token, isIncomplete } = transaction;
  const inTokens = amount && token && TOKEN_KINDS.includes(kind) ? { ...amount, currency: token } : amount;
  const given = inTokens ? ` of ${written(inTokens, writing)}` : isIncomplete ? ' of an unknown amount' : '';
  return `${NOUNS[kind]}${given}${amountOut ? ` to ${written(amountOut, writing)}` : ''}`;
}

/** An amount, with its missing currency said in words. */
export function written(money: Money, writing: Pick<Writing, 'money'>): string {
  return money.currency === null ? `${writing.money(money)} of an untold currency` : writing.money(money);
}

function refundClause({ status, refund, kind }: Transaction): string | null {
  if (SPEAKS_OF_REFUND.includes(status)) return null;
  if (refund) return refund.status ? REFUND_CLAUSES[refund.status] : REFUND_STATE_UNTOLD;
  return status === 'failed' && REFUNDABLE.includes(kind) ? NO_REFUND : null;
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
