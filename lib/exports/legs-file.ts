import { type Beside, NOTHING_BESIDE } from '@/lib/reconciliation/beside';
import type { LegIdKind } from '@/lib/reconciliation/leg';
import type { LegRow } from '@/lib/reconciliation/view';
import type { FileColumn } from './table-file';

/** A leg with what stands beside it. */
export type ExportedLeg = { readonly leg: LegRow; readonly beside: Beside };

export function exportedLeg(leg: LegRow, beside: ReadonlyMap<string, Beside>): ExportedLeg {
  return { leg, beside: beside.get(leg.id) ?? NOTHING_BESIDE };
}

const text = (name: string, cell: FileColumn<ExportedLeg>['cell']): FileColumn<ExportedLeg> => ({
  name,
  kind: 'text',
  cell,
});
const amount = (name: string, cell: FileColumn<ExportedLeg>['cell']): FileColumn<ExportedLeg> => ({
  name,
  kind: 'amount',
  cell,
});
const idsOf = (kind: LegIdKind) => text(kind, ({ leg }) => valuesOf(leg, kind));

/** Amounts without sign, as the bank shows them; days local to the rail, times the provider’s in UTC. */
export const LEG_COLUMNS: readonly FileColumn<ExportedLeg>[] = [
  text('leg_id', ({ leg }) => leg.id),
  text('transaction_id', ({ leg }) => leg.transactionId),
  text('environment', ({ leg }) => leg.environment),
  text('provider', ({ leg }) => leg.provider),
  text('kind', ({ leg }) => leg.kind),
  text('rail', ({ leg }) => leg.rail),
  text('local_day', ({ leg }) => leg.localDay),
  text('occurred_at', ({ leg }) => leg.occurredAt),
  text('direction', ({ leg }) => leg.direction),
  amount('amount', ({ leg }) => leg.money?.amount),
  text('currency', ({ leg }) => leg.money?.currency),
  text('parts', ({ leg }) => leg.parts.map((part) => `${part.label}=${part.amount}`).join(' ')),
  text('state', ({ leg }) => leg.state),
  text('expectation', ({ leg }) => leg.expectation),
  text('reasons', ({ leg }) => leg.reasons.join(' ')),
  amount('difference', ({ beside }) => beside.match?.remainder),
  text('match_id', ({ leg }) => leg.matchId),
  text('lines', ({ beside }) => beside.match?.lines.map(({ seq }) => seq).join(' ')),
  text('booked_on', ({ beside }) => beside.match?.lines.map(({ bookedOn }) => bookedOn).join(' ')),
  text('account', ({ beside }) => [...new Set(beside.match?.lines.map(({ accountName }) => accountName))].join(', ')),
  text('sending_clabe', ({ beside }) => beside.senderClabe),
  text('receiving_clabe', ({ beside }) => beside.receiverClabe),
  idsOf('clave_rastreo'),
  idsOf('e2e'),
  text('deposit_id', ({ beside }) => beside.depositId),
  idsOf('cbu'),
  idsOf('tax_id'),
  text('network', ({ leg }) => leg.network),
  idsOf('tx_hash'),
  text('seen_at', ({ beside }) => beside.seenAt.map(({ provider }) => provider).join(' ')),
  text('counterparty', ({ leg }) => leg.counterparty.name),
  text('external_ref', ({ leg }) => leg.externalRef),
];

function valuesOf(leg: LegRow, wanted: LegIdKind): string {
  return leg.ids
    .filter(({ kind }) => kind === wanted)
    .map(({ value }) => value)
    .join(' ');
}
