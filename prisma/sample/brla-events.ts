import { later } from './calendar';
import type { Desk } from './post';

/** Seconds between the three states of an operation: queued, posted to the chain, final. */
export type Pace = { readonly post: number; readonly finish: number };

export type Operation = {
  readonly subscription: 'MINT' | 'BURN' | 'SWAP' | 'PIX-TO-USD' | 'PIX-TO-TOKEN' | 'USD-TO-PIX';
  readonly id: string;
  readonly externalId: string;
  readonly userId: string;
  readonly queuedAt: Date;
  /** What only QUEUED says: amounts, wallets, chain. */
  readonly queued: object;
  /** What every later report repeats: the order's id, the token. */
  readonly later?: object;
  /** ATOMIC, PARTIAL-…, '' or REFUND; absent where the kind has none. */
  readonly type?: string;
  readonly tx: string;
  /** The hash that replaced `tx`, when it had to be posted again. */
  readonly repostTx?: string;
  readonly chain: string;
  /** Where it stands or how it ended. */
  readonly outcome: 'queued' | 'posted' | 'success' | 'failed' | 'failed_before_posting';
  readonly failureReason?: string;
  /** Whether QUEUED never reaches us, and with it the amounts. */
  readonly isQueuedLost?: boolean;
  readonly pace: Pace;
};

/** One event: the outer id is the event's, `data.id` the operation's. */
export function sendBrla(desk: Desk, subscription: string, at: Date, userId: string, data: object): void {
  const event = { subscription, createdAt: at.getTime(), id: desk.random.uuid(), userId, data };
  desk.send('brla', at, () => event);
}

/** All events of one operation. Returns the moment of the last. */
export function playOperation(desk: Desk, operation: Operation): Date {
  const { subscription, id, externalId, userId, outcome, queuedAt, pace } = operation;
  const send = (at: Date, data: object) => sendBrla(desk, subscription, at, userId, { ...data, id, externalId });
  const kind = { ...operation.later, ...(operation.type !== undefined && { type: operation.type }) };
  if (!operation.isQueuedLost) send(queuedAt, { status: 'QUEUED', ...operation.later, ...operation.queued });
  if (outcome === 'queued') return queuedAt;
  let at = later(queuedAt, pace.post);
  if (outcome !== 'failed_before_posting') {
    send(at, { status: 'POSTED', ...kind, tx: operation.tx });
    if (operation.repostTx) at = repost(desk, operation, at, operation.repostTx);
  }
  if (outcome === 'posted') return at;
  at = later(at, pace.finish);
  if (outcome === 'success') send(at, { status: 'SUCCESS', ...kind });
  else send(at, { status: 'FAILED', ...kind, failureReason: operation.failureReason ?? 'execution reverted' });
  return at;
}

/** The chain was too slow: the same operation under a new hash, minutes later. */
function repost(desk: Desk, { id, userId, tx, chain }: Operation, postedAt: Date, newTx: string): Date {
  const at = later(postedAt, desk.random.integer(150, 500));
  const reason = 'transaction took too long to be mined';
  sendBrla(desk, 'REPOST-TRANSACTION', at, userId, { id, status: 'POSTED', oldTx: tx, newTx, chain, reason });
  return at;
}

export type Payout = {
  readonly operationId: string;
  readonly operationType: 'BURN' | 'USD-TO-PIX';
  readonly userId: string;
  readonly outcome: 'posted' | 'success' | 'failed' | 'reversed';
  /** Cents that came back, when reversed. */
  readonly revertedCents?: number;
};

/** ISPB in front of every outgoing PIX: that of the provider's own institution. Not a real one. */
const SAMPLE_ISPB = '12345678';

/** The PIX of a burn or a sale of dollars, from `startAt` on. Returns the moment it was settled (or refused). */
export function playPayout(desk: Desk, startAt: Date, payout: Payout): Date {
  const { random } = desk;
  const { operationId, operationType, userId, outcome } = payout;
  const id = random.uuid();
  const e2e = endToEndId(startAt, random.text(11));
  const send = (at: Date, status: string, more: object) => {
    const association = { associatedOperationId: operationId, associatedOperationType: operationType };
    sendBrla(desk, 'MONEY-TRANSFER', at, userId, { id, status, ...association, ...more });
  };
  send(startAt, 'POSTED', {});
  const settledAt = later(startAt, random.integer(2, 30));
  if (outcome === 'posted') return startAt;
  if (outcome === 'failed') {
    const failureReason = random.pick(['Receiver account is closed', 'Receiver institution did not answer']);
    send(settledAt, 'FAILED', { failureReason, e2e });
    return settledAt;
  }
  send(settledAt, 'SUCCESS', { e2e });
  if (outcome === 'reversed') {
    const failureReason = 'Returned by the receiver';
    const at = later(settledAt, random.integer(3_600, 90_000));
    send(at, 'REVERSED', { failureReason, e2e, revertedAmount: payout.revertedCents });
  }
  return settledAt;
}

/** `E`, ISPB, UTC minute, eleven letters and digits. */
export function endToEndId(moment: Date, suffix: string): string {
  return `E${SAMPLE_ISPB}${moment.toISOString().slice(0, 16).replace(/[-T:]/g, '')}${suffix}`;
}
