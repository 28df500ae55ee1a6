import type { z } from 'zod';
import type { EventType, PaymentEvent } from '@/lib/events/event';
import type { Kind } from '@/lib/providers/catalogue';
import type { Reading } from '@/lib/providers/contract';
import { facts, identifiers, money, said } from '@/lib/providers/facts';
import type { Json } from '@/lib/providers/json';
import { judge, meaningOf, readAs, unknownWord, unrecognised, withEchoes } from '@/lib/providers/reading';
import { isAvenia, normaliseAvenia } from './avenia';
import * as tell from './operations';
import * as their from './payload';

const STATUSES: Readonly<Record<string, EventType>> = {
  QUEUED: 'Requested',
  POSTED: 'Started',
  SUCCESS: 'Completed',
  FAILED: 'Failed',
  REVERSED: 'Reversed',
};

/** The operations that move money, by the name that a subscription and an `associatedOperationType` share. */
const OPERATIONS: Readonly<Record<string, Kind>> = {
  MINT: 'mint',
  BURN: 'burn',
  SWAP: 'swap',
  'PIX-TO-USD': 'pix_to_usd',
  'PIX-TO-TOKEN': 'pix_to_token',
  'USD-TO-PIX': 'usd_to_pix',
};

const SUBSCRIPTIONS: Readonly<Record<string, (body: Json) => Reading>> = {
  MINT: reader('mint', their.mint, tell.mint),
  BURN: reader('burn', their.burn, tell.burn),
  SWAP: reader('swap', their.swap, tell.swap),
  'PIX-TO-USD': reader('pix_to_usd', their.pixToUsd, tell.pixToUsd),
  'PIX-TO-TOKEN': reader('pix_to_token', their.pixToToken, tell.pixToToken),
  'USD-TO-PIX': reader('usd_to_pix', their.usdToPix, tell.usdToPix),
  KYC: reader('kyc', their.kyc, tell.kyc),
  'MONEY-TRANSFER': reader('money_transfer', their.moneyTransfer, tell.moneyTransfer, reversalEchoes),
  'REPOST-TRANSACTION': reader(null, their.repost, tell.repost),
  'BALANCE-UPDATE': (body) => readAs(their.balanceUpdate, body, balanceUpdate),
};

/** BRLA's words → ours. A reversed transfer also says something about the operation that it paid out. */
export function normalise(body: Json): Reading {
  if (isAvenia(body)) return normaliseAvenia(body);
  return readAs(their.envelope, body, ({ subscription }) => {
    const read = meaningOf(SUBSCRIPTIONS, subscription);
    return read ? read(body) : unrecognised(unknownWord('subscription', subscription));
  });
}

function reader<S extends z.ZodType<their.Outer & { data: their.Operation }>>(
  kind: Kind | null,
  schema: S,
  told: (data: their.Data<S>) => tell.OperationTold,
  echoesOf: (event: PaymentEvent, data: their.Data<S>) => readonly PaymentEvent[] = () => [],
) {
  return (body: Json): Reading =>
    readAs(schema, body, (payload) => {
      const operation = told(payload.data);
      const isKnown = meaningOf(STATUSES, payload.data.status) !== undefined;
      const doubt = isKnown ? operation.doubt : unknownWord('data.status', payload.data.status);
      return withEchoes(judge(eventOf(kind, payload, operation), doubt), (event) => echoesOf(event, payload.data));
    });
}

function eventOf(
  kind: Kind | null,
  payload: their.Outer & { data: their.Operation },
  told: tell.OperationTold,
): PaymentEvent {
  const { id, createdAt, userId, data } = payload;
  return {
    id: `brla:${id}`,
    transactionId: `brla:${data.id}`,
    provider: 'brla',
    kind,
    type: told.type ?? meaningOf(STATUSES, data.status) ?? 'Unrecognised',
    providerStatus: data.status,
    occurredAt: createdAt,
    isEcho: false,
    facts: facts({
      network: data.chain,
      externalRef: data.externalId,
      endUser: userId,
      failure: said({ message: data.failureReason }),
      ...told.facts,
      details: said({ reason: data.reason, ...told.facts.details }),
      identifiers: identifiers(
        ['provider_id', data.id],
        ['external_ref', data.externalId],
        ['account_id', userId],
        ...told.identifiers,
        ['tx_hash', data.tx, data.chain],
      ),
    }),
  };
}

/** Money that came back to a payout came back to the operation behind it, whose success is thereby undone. */
function reversalEchoes(event: PaymentEvent, data: their.Data<typeof their.moneyTransfer>): PaymentEvent[] {
  const operationId = data.associatedOperationId;
  if (event.type !== 'Reversed' || operationId === undefined) return [];
  return [
    {
      ...event,
      id: `${event.id}~reversal`,
      transactionId: `brla:${operationId}`,
      kind: meaningOf(OPERATIONS, data.associatedOperationType ?? '') ?? null,
      isEcho: true,
      facts: facts({
        revertedAmount: event.facts.revertedAmount,
        identifiers: identifiers(['e2e', data.e2e]),
      }),
    },
  ];
}

function balanceUpdate({ id, createdAt, userId, data }: z.output<typeof their.balanceUpdate>): Reading {
  const event: PaymentEvent = {
    id: `brla:${id}`,
    transactionId: `brla:${id}`,
    provider: 'brla',
    kind: 'balance_update',
    type: 'TokensReceived',
    providerStatus: null,
    occurredAt: createdAt,
    isEcho: false,
    facts: facts({
      amount: money(data.amount, tell.currencyOf(data.tokenName)),
      endUser: userId,
      identifiers: identifiers(
        ['provider_id', id],
        ['account_id', userId],
        ['token_address', data.tokenAddress],
        ['source_address', data.fromAddress],
        ['tx_hash', data.tx],
      ),
    }),
  };
  return judge(event, undefined);
}
