import type { LineRow } from '@/lib/reconciliation/view';
import type { FileColumn } from './file-format';
import type { ColumnName } from './heading';
import type { RowColumn } from './row-column';

const column = (kind: FileColumn['kind'], name: ColumnName, cell: RowColumn<LineRow>['cell']): RowColumn<LineRow> => ({
  name,
  kind,
  cell,
});
const text = (name: ColumnName, cell: RowColumn<LineRow>['cell']) => column('text', name, cell);
const id = (name: ColumnName, cell: RowColumn<LineRow>['cell']) => column('id', name, cell);
const idsOf = (wanted: 'clave_rastreo' | 'e2e' | 'pix_return' | 'tx_hash') =>
  id(`found_${wanted}`, ({ ids }) =>
    ids
      .filter(({ kind }) => kind === wanted)
      .map(({ value }) => value)
      .join(' '),
  );

/** Amounts signed as the bank signs them: negative went out. Days are the bank’s own. */
export const LINE_FILE: readonly RowColumn<LineRow>[] = [
  id('line', (line) => line.seq),
  id('statement', (line) => line.statementId),
  text('place', (line) => line.place),
  text('account', (line) => line.accountName),
  text('rail', (line) => line.accountRail),
  text('booked_on', (line) => line.bookedOn),
  column('instant', 'booked_at', (line) => line.bookedAt),
  text('value_on', (line) => line.valueOn),
  column('amount', 'amount', (line) => line.amount),
  text('currency', (line) => line.currency),
  text('kind', (line) => line.kind),
  text('text', (line) => line.text),
  text('counterparty', (line) => line.name),
  id('counterparty_account', (line) => line.account),
  id('tax_id', (line) => line.taxId),
  id('bank_reference', (line) => line.bankReference),
  idsOf('clave_rastreo'),
  idsOf('e2e'),
  idsOf('pix_return'),
  idsOf('tx_hash'),
  id('match_id', (line) => line.matchId),
  text('reasons', (line) => line.reasons.join(' ')),
];
