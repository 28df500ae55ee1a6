import type { Status } from '@/lib/events/status';
import { add, type Money } from '@/lib/money';
import type { Environment } from '@/lib/providers/catalogue';
import type { Transaction } from '@/lib/transactions/transaction';
import type { Leg, LegExpectation, LegId, Rail } from './leg';

/** A leg before what is the transaction's own is added to it. */
export type Draft = {
  /** `refund` is tokens that go back, `return` money that does. */
  readonly name: 'in' | 'out' | 'return' | 'refund';
  readonly rail: Rail;
  readonly direction: 'in' | 'out';
  readonly sum: Sum;
  readonly expectation: LegExpectation;
  readonly occurredAt: string;
  /** The counterparty's name. */
  readonly holder?: string | null | undefined;
  readonly ids: readonly LegId[];
};

/** An amount and how it came about; the parts add up to it. */
export type Sum = Pick<Leg, 'money' | 'parts'>;

/**
 * What else is known beside the transaction: of an operation the transfers that pay it out, of a transfer the operation
 * behind it, of a refunding withdrawal its deposit. Anything else in it is passed over.
 */
export type Around = { readonly environment: Environment; readonly related?: readonly Transaction[] };

export type Drafting = (transaction: Transaction, related: readonly Transaction[]) => readonly Draft[];

export const NOTHING: Sum = { money: null, parts: [] };

/** An amount as it was told, or nothing. */
export function asTold(money: Money | null, currency = money?.currency ?? null): Sum {
  if (!money) return NOTHING;
  return { money: { amount: money.amount, currency }, parts: [{ label: 'amount', amount: money.amount }] };
}

/** What came back. */
export function reverted(money: Money | null): Sum {
  if (!money) return NOTHING;
  return { money, parts: [{ label: 'reverted', amount: money.amount }] };
}

/** Amount and fee as the bank moves them; a fee that nobody told leaves the sum unknown, for it is not zero. */
export function withFee(transaction: Transaction, kind: 'discounted' | 'transfer', currency: string): Sum {
  const fee = transaction.fees.find((one) => one.kind === kind)?.amount.amount;
  const amount = transaction.amount?.amount;
  if (fee === undefined || amount === undefined) return NOTHING;
  const signed = kind === 'discounted' ? fee : negated(fee);
  const parts = [
    { label: 'amount', amount },
    { label: kind === 'discounted' ? 'discounted_fee' : 'transfer_fee', amount: signed },
  ] as const;
  return { money: { amount: add(amount, signed), currency }, parts };
}

export function negated(amount: string): string {
  if (!/[1-9]/.test(amount)) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

const EXPECTATIONS = {
  pending: 'in_flight',
  processing: 'in_flight',
  blocked: 'in_flight',
  unrecognised: 'in_flight',
  completed: 'expected',
  returned: 'expected',
  reversed: 'expected',
  partly_reversed: 'expected',
  failed: 'failed',
  failed_returning: 'failed',
  failed_returned: 'failed',
  failed_stuck: 'failed',
} as const satisfies Record<Status, LegExpectation>;

export function expectationOf({ status }: Transaction): LegExpectation {
  return EXPECTATIONS[status];
}

/** Whether what a refund gives back is to be seen. */
export function refundExpectation({ refund }: Transaction): LegExpectation {
  if (refund?.status === 'completed') return 'expected';
  return refund?.status === 'failed' ? 'failed' : 'in_flight';
}

/** When what is paid out left: as its success was told, unless something later was told after that. */
export function leftAt({ status, occurredAt, updatedAt }: Transaction): string {
  return status === 'completed' ? updatedAt : occurredAt;
}
