import type { EventType, PaymentEvent } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import type { Kind } from '@/lib/providers/catalogue';
import type { Reading } from '@/lib/providers/contract';
import { details, facts, flagText, identifiers, links, money, type Told } from '@/lib/providers/facts';
import { fingerprint, type Json } from '@/lib/providers/json';
import { judge, meaningOf, readAs, unknownWord, unrecognised, withEchoes } from '@/lib/providers/reading';
import * as their from './payload';

/** What is said once for a whole delivery, and where: our account's currency, the state's word, the event's id. */
export type Delivery = {
  readonly accountCurrency: string;
  readonly eventId: string;
  readonly state: string;
  /** The path and the whole of what says the state. */
  readonly stateSaid: readonly [path: string, word: string];
  /** The member that holds the deposit or withdrawal. */
  readonly path: 'payload' | 'row';
};

export const DEPOSIT_STATES: Readonly<Record<string, EventType>> = {
  COMPLETED: 'Completed',
  BLOCKED_LIMIT_EXCEEDED: 'Blocked',
  CANCELLED: 'Cancelled',
};

const WITHDRAWAL_STATES: Readonly<Record<string, EventType>> = {
  PENDING: 'Requested',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
};

/** What a refunding withdrawal's progress means for the refund of its deposit. */
const REFUND_PROGRESS: Readonly<Partial<Record<EventType, RefundStatus>>> = {
  Requested: 'pending',
  Completed: 'completed',
  Cancelled: 'failed',
};

/** The one step of every refund: Ripio returns a deposit by a withdrawal of its own. */
const REFUND_STEP = 'FIAT_WITHDRAWAL';

const NOUNS: Readonly<Record<string, (body: Json, delivery: Delivery) => Reading>> = {
  FIAT_DEPOSIT: (body, delivery) =>
    readAs(their.depositBody, body, ({ payload }) => depositReading(DEPOSIT_STATES, payload, delivery)),
  FIAT_WITHDRAWAL: (body, delivery) =>
    readAs(their.withdrawalBody, body, ({ payload }) => withdrawalReading(payload, delivery)),
};

/** Ripio's words → ours; `accountCurrency` is what withdrawals are in when they do not say. */
export function normalise(body: Json, accountCurrency: string): Reading {
  return readAs(their.envelope, body, ({ event_type: eventType }) => {
    const [noun = '', state] = eventType.split(/\.(.*)/s, 2);
    const read = meaningOf(NOUNS, noun);
    if (!read || !state) return unrecognised(unknownWord('event_type', eventType));
    return read(body, {
      accountCurrency,
      eventId: `ripio:${fingerprint(lasting(body))}`,
      state,
      stateSaid: ['event_type', eventType],
      path: 'payload',
    });
  });
}

/** The content without its time of sending: a message that was sent again is the same message. */
function lasting(body: Json): Json {
  const { issued_datetime: _, issue_datetime: __, ...rest } = body as { [name: string]: Json };
  return rest;
}

/** `states` are the words that the source of the deposit uses. */
export function depositReading(
  states: Readonly<Record<string, EventType>>,
  payload: their.Deposit,
  delivery: Delivery,
): Reading {
  const isCancelled = delivery.state === 'CANCELLED';
  const refundId = payload.refund_fiat_withdrawal_id;
  const isRefunded = payload.refunded === true || refundId !== undefined;
  const type = isCancelled && isRefunded ? 'Returned' : meaningOf(states, delivery.state);
  const refundStatus = isCancelled && payload.refunded === true ? 'completed' : 'processing';
  return readingOf('fiat_deposit', type, payload, delivery, {
    facts: {
      amount: money(payload.amount, payload.currency_code?.toUpperCase()),
      refund: isRefunded ? refundOf(refundStatus, 'refunded', refundId) : undefined,
      links: links(['refunded_by', refundId && transactionId(refundId)]),
      details: details({
        holder_name: payload.origin_account_holder_name,
        refunded: flagText(payload.refunded),
      }),
    },
    identifiers: [
      ['origin_account', payload.origin_account_identifier],
      ['tax_id', payload.origin_account_holder_id],
      ['refund_withdrawal_id', refundId],
    ],
  });
}

export function withdrawalReading(payload: their.Withdrawal, delivery: Delivery): Reading {
  const type = meaningOf(WITHDRAWAL_STATES, delivery.state);
  const depositId = payload.refunded_fiat_deposit;
  const isCurrencyAssumed = payload.amount !== undefined && payload.currency_code === undefined;
  const told: Told = {
    facts: {
      amount: money(payload.amount, payload.currency_code?.toUpperCase() ?? delivery.accountCurrency),
      isCurrencyAssumed: isCurrencyAssumed || undefined,
      externalRef: payload.external_ref,
      links: links(['refund_of', depositId && transactionId(depositId)]),
    },
    identifiers: [
      ['external_ref', payload.external_ref],
      ['transaction_id', payload.transaction_id],
      ['beneficiary_account_id', payload.beneficiary_fiat_account_id],
      ['refunded_deposit_id', depositId],
    ],
  };
  const reading = readingOf('fiat_withdrawal', type, payload, delivery, told);
  return withEchoes(reading, (event) => refundEchoes(event, payload.id, depositId));
}

function readingOf(
  kind: Kind,
  type: EventType | undefined,
  payload: their.Common,
  delivery: Delivery,
  told: Told,
): Reading {
  const occurredAt = payload.updated_at ?? payload.created_at;
  if (occurredAt === undefined) return unrecognised(`${delivery.path}.updated_at is missing.`);
  const event: PaymentEvent = {
    id: delivery.eventId,
    transactionId: transactionId(payload.id),
    provider: 'ripio',
    kind,
    type: type ?? 'Unrecognised',
    providerStatus: payload.status ?? delivery.state,
    occurredAt,
    isEcho: false,
    facts: facts({
      createdAt: payload.created_at,
      endUser: payload.end_user_id,
      ...told.facts,
      identifiers: identifiers(['provider_id', payload.id], ['end_user_id', payload.end_user_id], ...told.identifiers),
    }),
  };
  return judge(event, type ? undefined : unknownWord(...delivery.stateSaid));
}

/** What a withdrawal that refunds a deposit says about that deposit. */
function refundEchoes(event: PaymentEvent, withdrawalId: string, depositId: string | undefined): PaymentEvent[] {
  const progress = REFUND_PROGRESS[event.type];
  if (depositId === undefined || !progress) return [];
  return [
    {
      ...event,
      id: `${event.id}~refund`,
      transactionId: transactionId(depositId),
      kind: 'fiat_deposit',
      type: 'RefundReported',
      isEcho: true,
      // No link: the deposit's own words must name the withdrawal, or the refund is told by one end only.
      facts: facts({ refund: refundOf(progress, event.providerStatus ?? '', withdrawalId) }),
    },
  ];
}

function refundOf(status: RefundStatus, providerStatus: string, withdrawalId: string | undefined) {
  return { status, steps: [{ step: REFUND_STEP, status, providerStatus, id: withdrawalId ?? null }] };
}

function transactionId(id: string): string {
  return `ripio:${id}`;
}
