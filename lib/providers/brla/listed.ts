import type { z } from 'zod';
import type { PaymentEvent } from '@/lib/events/event';
import type { Reading } from '@/lib/providers/contract';
import { type Candidate, details, facts, identifiers, links, money, type Unsaid } from '@/lib/providers/facts';
import type { Json } from '@/lib/providers/json';
import { asListed, listedId } from '@/lib/providers/listed';
import type { ListName } from '@/lib/providers/listing';
import { readAs, unknownWord, unrecognised } from '@/lib/providers/reading';
import * as wire from '@/lib/providers/wire';
import { dollarOf } from './operations';

/**
 * Rows of BRLA's history. Both lists are of PIX pay-ins; the operations that webhooks tell of are inside them. A row
 * names an operation and what surrounds it, and not how far it came. Integers are cents, times are ISO 8601.
 */

const times = { createdAt: wire.instant, updatedAt: wire.instant };

const pixDepositBody = wire.body({
  row: wire.body({
    ...times,
    id: wire.id,
    status: wire.text,
    taxId: wire.text,
    payerName: wire.prose,
    referenceLabel: wire.text,
    mintOps: wire.list({ ...times, id: wire.otherId, smartContractOps: wire.list({ tx: wire.text }) }),
  }),
});

const pixToUsdBody = wire.body({
  row: wire.body({
    ...times,
    chain: wire.text,
    pixToUsdOps: wire.list({
      ...times,
      id: wire.otherId,
      brlaAmount: wire.cents,
      usdAmount: wire.cents,
      coin: wire.text,
      smartContractOps: wire.list({ tx: wire.text }),
    }),
  }),
});

type Row = z.output<typeof pixDepositBody>['row'];
type PixToUsd = z.output<typeof pixToUsdBody>['row'];

/** What one operation in a row says. */
type Operation = Unsaid<Pick<PaymentEvent, 'occurredAt'>> & {
  readonly id: string | undefined;
  readonly kind: 'mint' | 'pix_to_usd';
  readonly facts: PaymentEvent['facts'];
};

export function listed(list: ListName, content: Json): Reading {
  const id = listedId(list, content);
  if (list === 'brla-pix-deposits')
    return readAs(pixDepositBody, { row: content }, ({ row }) => {
      if (row.status !== undefined && row.status !== 'PAID') return unrecognised(unknownWord('row.status', row.status));
      return readingOf(
        id,
        'row.mintOps',
        (row.mintOps ?? []).map((operation) => mintOf(row, operation)),
      );
    });
  return readAs(pixToUsdBody, { row: content }, ({ row }) =>
    readingOf(
      id,
      'row.pixToUsdOps',
      (row.pixToUsdOps ?? []).map((operation) => pixToUsdOf(row, operation)),
    ),
  );
}

/** The deposit's amount is before the fee and the mint's is net of it, so it is not taken for the mint's. */
function mintOf(row: Row, operation: NonNullable<Row['mintOps']>[number]): Operation {
  return {
    id: operation.id,
    kind: 'mint',
    occurredAt: timeOf(operation, row),
    facts: facts({
      links: links(['pays_deposit', row.id]),
      details: details({ sender_name: row.payerName }),
      identifiers: identifiers(
        ['provider_id', operation.id],
        ['deposit_id', row.id],
        ['reference_label', row.referenceLabel],
        ['tax_id', row.taxId],
        ...hashesOf(operation.smartContractOps),
      ),
    }),
  };
}

function pixToUsdOf(row: PixToUsd, operation: NonNullable<PixToUsd['pixToUsdOps']>[number]): Operation {
  return {
    id: operation.id,
    kind: 'pix_to_usd',
    occurredAt: timeOf(operation, row),
    facts: facts({
      amount: money(operation.brlaAmount, 'BRL'),
      amountOut: money(operation.usdAmount, dollarOf(operation.coin)),
      network: row.chain,
      identifiers: identifiers(['provider_id', operation.id], ...hashesOf(operation.smartContractOps, row.chain)),
    }),
  };
}

type Times = z.output<z.ZodObject<typeof times>>;

/** The operation's own time, else that of the pay-in it is part of. */
function timeOf(operation: Times, row: Times): string | undefined {
  return operation.updatedAt ?? operation.createdAt ?? row.updatedAt ?? row.createdAt;
}

function hashesOf(operations: readonly { readonly tx?: string | undefined }[] = [], chain?: string): Candidate[] {
  return operations.map(({ tx }): Candidate => ['tx_hash', tx, chain]);
}

/** One event per operation that is named and timed; without any, the row is about nothing that we know by an id. */
function readingOf(id: string, path: string, operations: readonly Operation[]): Reading {
  const events = operations.flatMap((operation): PaymentEvent[] => {
    if (operation.id === undefined || operation.occurredAt === undefined) return [];
    return [
      {
        id,
        transactionId: `brla:${operation.id}`,
        provider: 'brla',
        kind: operation.kind,
        type: 'Listed',
        providerStatus: null,
        occurredAt: operation.occurredAt,
        isEcho: false,
        facts: operation.facts,
      },
    ];
  });
  const [first, ...others] = events.map((event, at) => (at === 0 ? event : { ...event, id: `${id}~${at + 1}` }));
  if (first) return asListed({ outcome: 'event', events: [first, ...others] });
  if (operations.some((operation) => operation.id !== undefined)) return unrecognised('row.createdAt is missing.');
  return unrecognised(`${path} names no operation: the row tells of a pay-in, and not of what became of it.`);
}
