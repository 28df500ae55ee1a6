import type { z } from 'zod';
import type { EventType } from '@/lib/events/event';
import type { Kind } from '@/lib/providers/catalogue';
import type { Reading } from '@/lib/providers/contract';
import {
  type Candidate,
  type DetailsSaid,
  details,
  facts,
  flagText,
  identifiers,
  money,
  said,
  type Told,
} from '@/lib/providers/facts';
import { fingerprint, type Json } from '@/lib/providers/json';
import { judge, meaningOf, readAs, unknownWord, unrecognised } from '@/lib/providers/reading';
import * as their from './payload';
import { refundOf } from './refund';

export const STATUSES: Readonly<Record<string, EventType>> = {
  PENDING: 'Requested',
  IN_PROGRESS: 'Started',
  COMPLETE: 'Completed',
  FAILED: 'Failed',
};

const TYPES: Readonly<Record<string, (body: Json) => Reading>> = {
  ISSUANCE: reader('issuance', their.issuanceBody, issuance),
  REDEMPTION: reader('redemption', their.redemptionBody, redemption),
  CRYPTO_DEPOSIT: reader('crypto_deposit', their.cryptoDepositBody, (payload) => transfer(payload.crypto_deposit)),
  CRYPTO_WITHDRAWAL: reader('crypto_withdrawal', their.cryptoWithdrawalBody, (payload) =>
    transfer(payload.crypto_withdrawal),
  ),
  CONVERSION: reader('conversion', their.conversionBody, (payload) => conversion(payload.conversion)),
};

/** The token behind a settlement, for the documented pairs of currency and method; any other pair is not guessed. */
export const TOKENS: Readonly<Record<string, string>> = { 'MXN SPEI': 'MXNB', 'BRL BITSO_TRANSFER': 'BRL1' };

/** Juno's words → ours: one event per delivery, named by its content because Juno gives events no id. */
export function normalise(body: Json): Reading {
  return readAs(their.envelope, body, ({ event }) => {
    if (event !== 'TRANSACTION') return unrecognised(unknownWord('event', event));
    return readAs(their.typedBody, body, ({ payload: { type } }) => {
      const read = meaningOf(TYPES, type);
      return read ? read(body) : unrecognised(unknownWord('payload.type', type));
    });
  });
}

function reader<S extends z.ZodType<{ payload: their.Common }>>(
  kind: Kind,
  schema: S,
  tell: (payload: z.output<S>['payload']) => Told,
) {
  return (body: Json): Reading =>
    readAs(schema, body, ({ payload }) => readingOf((body as { payload: Json }).payload, kind, payload, tell(payload)));
}

function readingOf(content: Json, kind: Kind, payload: their.Common, told: Told): Reading {
  const occurredAt = payload.updated_at ?? payload.created_at;
  if (occurredAt === undefined) return unrecognised('payload.updated_at is missing.');
  const type = meaningOf(STATUSES, payload.status);
  const event = {
    id: `juno:${fingerprint(content)}`,
    transactionId: `juno:${kind}:${payload.id}`,
    provider: 'juno',
    kind,
    type: type ?? 'Unrecognised',
    providerStatus: payload.status,
    occurredAt,
    isEcho: false,
    facts: facts({
      createdAt: payload.created_at,
      externalRef: payload.external_ref,
      ...told.facts,
      identifiers: identifiers(
        ['provider_id', payload.id],
        ['external_ref', payload.external_ref],
        ...told.identifiers,
      ),
    }),
  } as const;
  return judge(event, type ? told.doubt : unknownWord('payload.status', payload.status));
}

function issuance({ issuance: member = {}, status }: z.output<typeof their.issuanceBody>['payload']): Told {
  return settlement('payload.issuance', status, member, { sender_name: member.deposit_sender_name }, [
    ['sender_clabe', member.deposit_sender_clabe],
    ['receiver_clabe', member.deposit_receiver_clabe],
    ['clave_rastreo', member.external_fiat_id],
    ...onChain(member.network, member),
  ]);
}

function redemption({ redemption: member = {}, status }: z.output<typeof their.redemptionBody>['payload']): Told {
  const account = member.receiver_account;
  return settlement('payload.redemption', status, member, { receiver_account_type: account?.type }, [
    ['receiver_clabe', account?.mexican_bank_account?.clabe],
    ['clave_rastreo', account?.mexican_bank_account?.external_fiat_id],
  ]);
}

/** What an issuance and a redemption have in common, with the details and identifiers of their own. */
function settlement(
  path: string,
  status: string,
  member: their.Settlement,
  own: DetailsSaid,
  ids: readonly Candidate[],
): Told {
  const currency = member.asset?.toUpperCase();
  const { refund, doubt } = refundOf(path, status, member);
  return {
    facts: {
      amount: money(member.amount, currency),
      network: member.network,
      token: meaningOf(TOKENS, `${currency} ${member.method}`),
      failure: failure(member),
      refund,
      details: details({ method: member.method, ...own, refunded: flagText(member.refunded) }),
    },
    identifiers: [
      ...ids,
      ...(refund?.steps ?? []).map((step): Candidate => ['refund_step_id', step.id, member.network]),
    ],
    doubt,
  };
}

function transfer(member: their.Transfer = {}): Told {
  return {
    facts: {
      amount: money(member.amount, member.asset?.toUpperCase()),
      network: member.network,
      failure: failure(member),
    },
    identifiers: onChain(member.network, member),
  };
}

/** A conversion happens inside Juno: no network, no hash. */
function conversion(member: their.Conversion = {}): Told {
  return {
    facts: {
      amount: money(member.amount_from, member.asset_from?.toUpperCase()),
      amountOut: money(member.amount_to, member.asset_to?.toUpperCase()),
      exchangeRate: member.exchange_rate,
      failure: failure(member),
    },
    identifiers: [['quote_id', member.quote_id]],
  };
}

function onChain(network: string | undefined, member: their.OnChain): Candidate[] {
  return [
    ['source_address', member.crypto_source_address, network],
    ['destination_address', member.crypto_destination_address, network],
    ['tx_hash', member.crypto_tx_hash, network],
  ];
}

/** Both ways Juno has of saying why; two different sentences are kept one after the other. */
function failure({ failure_reason, error }: their.Failing) {
  const sentences = new Set([failure_reason, error?.message].filter((sentence) => sentence !== undefined));
  return said({ code: error?.code, message: sentences.size > 0 ? [...sentences].join(' / ') : undefined });
}
