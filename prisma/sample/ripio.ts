import { centsText } from '@/lib/money';
import { later, recentMoment, workingMoment } from './calendar';
import { argentineParty, externalReference } from './parties';
import type { Desk } from './post';
import type { Random } from './prng';

/** How many deposits end how. A refund is a withdrawal that points back, except the one-sided one. */
const DEPOSITS = {
  completed: 30,
  blocked: 3,
  blocked_then_completed: 3,
  cancelled: 4,
  blocked_then_cancelled: 2,
  cancelled_one_sided: 1,
  cancelled_refund_pending: 1,
} as const;
/** Refunds that hang, each at another place; as Ripio takes hours, they still hang there hours later. */
const HANGING = { cancelled_refund_late: 2, blocked_refund_unnamed: 2 } as const;
type DepositOutcome = keyof typeof DEPOSITS | keyof typeof HANGING;
/** How long ago a deposit began that is not done yet, in minutes. */
const BEGAN: Readonly<Partial<Record<DepositOutcome, readonly [least: number, most: number]>>> = {
  cancelled_refund_pending: [6, 9],
  cancelled_refund_late: [270, 320],
  blocked_refund_unnamed: [10, 40],
};

const WITHDRAWALS = { completed: 22, cancelled: 4, pending: 3 } as const;

export function playRipio(desk: Desk): void {
  for (const [outcome, count] of Object.entries(DEPOSITS) as [DepositOutcome, number][]) {
    for (let i = 0; i < count; i++) playDeposit(desk, outcome);
  }
  for (const [outcome, count] of Object.entries(WITHDRAWALS) as [keyof typeof WITHDRAWALS, number][]) {
    for (let i = 0; i < count; i++) playWithdrawal(desk, outcome);
  }
}

/** Refunds under way that are late, that wait for the withdrawal's id, and one whose deposit never reached us. */
export function playHangingRefunds(desk: Desk): void {
  const { random, now } = desk;
  for (const [outcome, count] of Object.entries(HANGING) as [DepositOutcome, number][])
    for (let i = 0; i < count; i++) playDeposit(desk, outcome);
  const createdAt = recentMoment(random, now, 12, 20);
  const [id, refundedDeposit] = [random.uuid(), random.uuid()];
  const amount = centsText(String(random.cents(2_000, 900_000)));
  const endUser = argentineParty(random.integer(1, 30)).endUserId;
  withdrawalReporter(desk, { createdAt, id, endUser, amount, refundedDeposit })('PENDING', createdAt);
}

function playDeposit(desk: Desk, outcome: DepositOutcome): void {
  const { random, now } = desk;
  const began = BEGAN[outcome];
  const createdAt = began ? recentMoment(random, now, ...began) : workingMoment(random, now, 'argentina');
  const party = argentineParty(random.integer(1, 30));
  const amount = centsText(String(random.cents(1_500, outcome.startsWith('blocked') ? 9_000_000 : 2_400_000)));
  const id = random.uuid();
  const created_at = micros(random, createdAt);
  const report = (word: string, at: Date, refundId: string | null = null, refunded = refundId !== null) =>
    sendRipio(desk, `FIAT_DEPOSIT.${word}`, at, {
      id,
      created_at,
      updated_at: updated(random, at, created_at),
      currency_code: 'ARS',
      end_user_id: party.endUserId,
      amount,
      status: word,
      refunded,
      refund_fiat_withdrawal_id: refundId,
      origin_account_identifier: party.account,
      origin_account_holder_id: party.cuit,
      origin_account_holder_name: party.name,
    });
  let at = later(createdAt, random.integer(4, 55));
  if (outcome.startsWith('blocked')) {
    report('BLOCKED_LIMIT_EXCEEDED', at, null, outcome === 'blocked_refund_unnamed');
    at = later(at, random.integer(600, 30_000));
  }
  if (outcome === 'blocked' || outcome === 'blocked_refund_unnamed') return;
  if (outcome === 'completed' || outcome === 'blocked_then_completed') {
    report('COMPLETED', at);
    return;
  }
  const refundId = random.uuid();
  report('CANCELLED', at, refundId);
  playRefund(desk, { outcome, refundId, depositId: id, amount, endUser: party.endUserId, at });
}

type Refund = {
  readonly outcome: DepositOutcome;
  readonly refundId: string;
  readonly depositId: string;
  readonly amount: string | null;
  readonly endUser: string;
  readonly at: Date;
};

/** The withdrawal that gives a deposit back. The one-sided one does not say that it is a refund. */
function playRefund(desk: Desk, { outcome, refundId, depositId, amount, endUser, at }: Refund): void {
  const createdAt = later(at, desk.random.integer(1, 8));
  const refundedDeposit = outcome === 'cancelled_one_sided' ? null : depositId;
  const report = withdrawalReporter(desk, { createdAt, id: refundId, endUser, amount, refundedDeposit });
  report('PENDING', createdAt);
  if (BEGAN[outcome] === undefined) report('COMPLETED', later(createdAt, desk.random.integer(20, 900)));
}

function playWithdrawal(desk: Desk, outcome: keyof typeof WITHDRAWALS): void {
  const { random, now } = desk;
  const createdAt = outcome === 'pending' ? recentMoment(random, now, 1, 12) : workingMoment(random, now, 'argentina');
  const amount = centsText(String(random.cents(2_000, 1_800_000)));
  const endUser = argentineParty(random.integer(1, 30)).endUserId;
  const report = withdrawalReporter(desk, { createdAt, id: random.uuid(), endUser, amount, refundedDeposit: null });
  report('PENDING', createdAt);
  const end = later(createdAt, random.integer(15, 400));
  if (outcome === 'completed') report('COMPLETED', end);
  if (outcome === 'cancelled') report('CANCELLED', end);
}

type Withdrawal = {
  readonly createdAt: Date;
  readonly id: string;
  readonly endUser: string;
  readonly amount: string | null;
  /** Id of the deposit it says it gives back. */
  readonly refundedDeposit: string | null;
};

/** A function that reports a withdrawal's state of the moment. */
function withdrawalReporter(desk: Desk, withdrawal: Withdrawal): (word: string, at: Date) => void {
  const { random } = desk;
  const { createdAt, refundedDeposit } = withdrawal;
  const created_at = micros(random, createdAt);
  const transaction_id = random.uuid();
  const external_ref = externalReference(random, createdAt);
  const beneficiary_fiat_account_id = random.uuid();
  // Described in Ripio's table, absent from its sample: some payloads have it.
  const currency = random.chance(0.4) ? { currency_code: 'ARS' } : {};
  return (word, at) =>
    sendRipio(desk, `FIAT_WITHDRAWAL.${word}`, at, {
      id: withdrawal.id,
      transaction_id,
      created_at,
      updated_at: updated(random, at, created_at),
      ...currency,
      end_user_id: withdrawal.endUser,
      amount: withdrawal.amount,
      status: word,
      external_ref,
      beneficiary_fiat_account_id,
      is_fiat_deposit_refund: refundedDeposit !== null,
      refunded_fiat_deposit: refundedDeposit,
    });
}

function sendRipio(desk: Desk, type: string, at: Date, payload: object): void {
  // The time of sending is another one whenever the same thing is sent again.
  desk.send('ripio', at, (sentAt) => ({ event_type: type, issued_datetime: micros(desk.random, sentAt), payload }));
}

/** ISO 8601 to the microsecond, as Ripio writes it. */
function micros(random: Random, moment: Date): string {
  return `${moment.toISOString().slice(0, 23)}${random.digits(3)}Z`;
}

/** Time of a state, never before the creation that was already written: the last three digits are chance. */
function updated(random: Random, at: Date, createdAt: string): string {
  const text = micros(random, at);
  return text < createdAt ? createdAt : text;
}
