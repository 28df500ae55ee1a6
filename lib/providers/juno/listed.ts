import type { Kind } from '@/lib/providers/catalogue';
import type { Reading } from '@/lib/providers/contract';
import { details, facts, identifiers, money } from '@/lib/providers/facts';
import type { Json } from '@/lib/providers/json';
import { asListed, listedId } from '@/lib/providers/listed';
import type { ListName } from '@/lib/providers/listing';
import { judge, meaningOf, readAs, unknownWord, unrecognised } from '@/lib/providers/reading';
import * as wire from '@/lib/providers/wire';
import { STATUSES, TOKENS } from './normalise';

/**
 * A row of Juno's list of transactions. It names its members otherwise than the webhook (`transaction_type`,
 * `summary_status`, `currency` in lower case), writes the amount as a JSON number, and has no reference, account or hash.
 */
const listedBody = wire.body({
  row: wire.body({
    id: wire.id,
    amount: wire.amount,
    currency: wire.text,
    transaction_type: wire.word,
    summary_status: wire.word,
    created_at: wire.instant,
    updated_at: wire.instant,
    method: wire.text,
  }),
});

const KINDS: Readonly<Record<string, Kind>> = {
  ISSUANCE: 'issuance',
  REDEMPTION: 'redemption',
  CRYPTO_DEPOSIT: 'crypto_deposit',
  CRYPTO_WITHDRAWAL: 'crypto_withdrawal',
  CONVERSION: 'conversion',
};

/** One event per row, about the transaction that the webhook knows under the same kind and id. */
export function listed(list: ListName, content: Json): Reading {
  return readAs(listedBody, { row: content }, ({ row }) => {
    const kind = meaningOf(KINDS, row.transaction_type);
    if (!kind) return unrecognised(unknownWord('row.transaction_type', row.transaction_type));
    const occurredAt = row.updated_at ?? row.created_at;
    if (occurredAt === undefined) return unrecognised('row.updated_at is missing.');
    const type = meaningOf(STATUSES, row.summary_status);
    const currency = row.currency?.toUpperCase();
    const event = {
      id: listedId(list, content),
      transactionId: `juno:${kind}:${row.id}`,
      provider: 'juno',
      kind,
      type: type ?? 'Unrecognised',
      providerStatus: row.summary_status,
      occurredAt,
      isEcho: false,
      facts: facts({
        createdAt: row.created_at,
        // Which side of a conversion the one amount is, nobody says.
        amount: kind === 'conversion' ? undefined : money(row.amount, currency),
        token: meaningOf(TOKENS, `${currency} ${row.method}`),
        details: details({ method: row.method }),
        identifiers: identifiers(['provider_id', row.id]),
      }),
    } as const;
    return asListed(judge(event, type ? undefined : unknownWord('row.summary_status', row.summary_status)));
  });
}
