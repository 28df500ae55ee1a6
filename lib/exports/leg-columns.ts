import { type Beside, NOTHING_BESIDE } from '@/lib/reconciliation/beside';
import type { LegIdKind } from '@/lib/reconciliation/leg';
import type { LegRow } from '@/lib/reconciliation/view';
import { cellWords } from './cell-words';
import type { FileColumn } from './file-format';
import type { ColumnName } from './heading';
import type { RowColumn } from './row-column';

/** A leg with what stands beside it. */
export type ExportedLeg = { readonly leg: LegRow; readonly beside: Beside };

export function exportedLeg(leg: LegRow, beside: ReadonlyMap<string, Beside>): ExportedLeg {
  return { leg, beside: beside.get(leg.id) ?? NOTHING_BESIDE };
}

const column = (
  kind: FileColumn['kind'],
  name: ColumnName,
  cell: RowColumn<ExportedLeg>['cell'],
): RowColumn<ExportedLeg> => ({ name, kind, cell });
const text = (name: ColumnName, cell: RowColumn<ExportedLeg>['cell']) => column('text', name, cell);
const id = (name: ColumnName, cell: RowColumn<ExportedLeg>['cell']) => column('id', name, cell);
const amount = (name: ColumnName, cell: RowColumn<ExportedLeg>['cell']) => column('amount', name, cell);
const idsOf = (kind: LegIdKind & ColumnName) => id(kind, ({ leg }) => valuesOf(leg, kind));

/** Amounts without sign, as the bank shows them; days local to the rail, times the provider’s in UTC. */
export const LEG_FILE: readonly RowColumn<ExportedLeg>[] = [
  id('leg_id', ({ leg }) => leg.id),
  id('transaction_id', ({ leg }) => leg.transactionId),
  text('environment', ({ leg }) => leg.environment),
  text('provider', ({ leg }) => leg.provider),
  text('kind', ({ leg }) => leg.kind),
  text('rail', ({ leg }) => leg.rail),
  text('local_day', ({ leg }) => leg.localDay),
  column('instant', 'occurred_at', ({ leg }) => leg.occurredAt),
  text('direction', ({ leg }) => leg.direction),
  amount('amount', ({ leg }) => leg.money?.amount),
  text('currency', ({ leg }) => leg.money?.currency),
  text('parts', ({ leg }, reader) =>
    leg.parts.map(({ label, amount: part }) => `${cellWords(label, reader)}=${part}`).join(' '),
  ),
  text('state', ({ leg }) => leg.state),
  text('expectation', ({ leg }) => leg.expectation),
  text('reasons', ({ leg }) => leg.reasons.join(' ')),
  amount('difference', ({ beside }) => beside.match?.remainder),
  id('match_id', ({ leg }) => leg.matchId),
  id('lines', ({ beside }) => beside.match?.lines.map(({ seq }) => seq).join(' ')),
  text('booked_on', ({ beside }) => beside.match?.lines.map(({ bookedOn }) => bookedOn).join(' ')),
  text('account', ({ beside }) => [...new Set(beside.match?.lines.map(({ accountName }) => accountName))].join(', ')),
  id('sending_clabe', ({ beside }) => beside.senderClabe),
  id('receiving_clabe', ({ beside }) => beside.receiverClabe),
  idsOf('clave_rastreo'),
  idsOf('e2e'),
  id('deposit_id', ({ beside }) => beside.depositId),
  idsOf('cbu'),
  idsOf('tax_id'),
  text('network', ({ leg }) => leg.network),
  idsOf('tx_hash'),
  text('seen_at', ({ beside }) => beside.seenAt.map(({ provider }) => provider).join(' ')),
  text('counterparty', ({ leg }) => leg.counterparty.name),
  id('external_ref', ({ leg }) => leg.externalRef),
];

function valuesOf(leg: LegRow, wanted: LegIdKind): string {
  return leg.ids
    .filter(({ kind }) => kind === wanted)
    .map(({ value }) => value)
    .join(' ');
}
