import type { LineRow } from '@/lib/reconciliation/view';
import type { FoundKind } from '@/lib/statements/found-ids';
import type { FileColumn } from './table-file';

const text = (name: string, cell: FileColumn<LineRow>['cell']): FileColumn<LineRow> => ({ name, kind: 'text', cell });
const idsOf = (wanted: FoundKind) =>
  text(`found_${wanted}`, ({ ids }) =>
    ids
      .filter(({ kind }) => kind === wanted)
      .map(({ value }) => value)
      .join(' '),
  );

/** Amounts signed as the bank signs them: negative went out. Days are the bank’s own. */
export const LINE_COLUMNS: readonly FileColumn<LineRow>[] = [
  text('line', (line) => line.seq),
  text('statement', (line) => line.statementId),
  text('place', (line) => line.place),
  text('account', (line) => line.accountName),
  text('rail', (line) => line.accountRail),
  text('booked_on', (line) => line.bookedOn),
  text('booked_at', (line) => line.bookedAt),
  text('value_on', (line) => line.valueOn),
  { name: 'amount', kind: 'amount', cell: (line) => line.amount },
  text('currency', (line) => line.currency),
  text('kind', (line) => line.kind),
  text('text', (line) => line.text),
  text('counterparty', (line) => line.name),
  text('counterparty_account', (line) => line.account),
  text('tax_id', (line) => line.taxId),
  text('bank_reference', (line) => line.bankReference),
  idsOf('clave_rastreo'),
  idsOf('e2e'),
  idsOf('pix_return'),
  idsOf('tx_hash'),
  text('match_id', (line) => line.matchId),
  text('reasons', (line) => line.reasons.join(' ')),
];
