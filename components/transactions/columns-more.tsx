import { PersonInitials } from '@/components/remarks/person';
import type { TableColumn } from '@/components/table/column';
import { formatLag } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';
import { MoneyText } from './money-text';
import { ShortId } from './short-id';
import { NoValue, TwoLineInstant } from './table-cells';
import type { TransactionRow } from './transaction-row';

type Column = TableColumn<TransactionRow>;

/** The columns that a person may add. */
export function moreColumns(zone: TimeZone, now: Date): Column[] {
  const optional: Omit<Column, 'isOptional'>[] = [
    idColumn('provider_id', 'Provider id', 'provider id', ({ providerId }) => providerId),
    idColumn('end_user', 'End user', 'end user', ({ endUser }) => endUser),
    wordColumn('network', 'Network', 112, ({ network }) => network),
    wordColumn('token', 'Token', 80, ({ token }) => token),
    idColumn('tx_hash', 'Transaction hash', 'transaction hash', ({ txHash }) => txHash),
    wordColumn('counterparty', 'Counterparty', 160, ({ counterparty }) => counterparty),
    wordColumn('account', 'CLABE / CVU', 116, ({ account }) => account),
    { id: 'fee', label: 'Fee', width: 124, isNumeric: true, cell: ({ fees }) => <Fees fees={fees} /> },
    { ...wordColumn('rate', 'Rate', 112, ({ exchangeRate }) => exchangeRate), isNumeric: true },
    wordColumn('legs', 'Legs', 72, ({ legs }) => String(legs)),
    {
      id: 'first_received_at',
      label: 'First received',
      width: 116,
      cell: ({ firstReceivedAt }) =>
        firstReceivedAt === null ? <NoValue /> : <TwoLineInstant at={firstReceivedAt} zone={zone} />,
    },
    { id: 'events', label: 'Events', width: 132, cell: (row) => <Events {...row} /> },
    {
      id: 'assignee',
      label: 'Assignee',
      width: 96,
      cell: ({ assignee }) => (assignee === null ? <NoValue /> : <PersonInitials email={assignee} />),
    },
    wordColumn('age', 'Age', 96, ({ occurredAt }) => ageText(occurredAt, now)),
    wordColumn('environment', 'Environment', 104, ({ environment }) => environment),
  ];
  return optional.map((column) => ({ ...column, isOptional: true }));
}

type Read = (row: TransactionRow) => string | null;

function wordColumn(id: string, label: string, width: number, read: Read): Column {
  const cell = (row: TransactionRow) => {
    const word = read(row);
    return word === null ? (
      <NoValue />
    ) : (
      <span title={word} className="block truncate text-xs">
        {word}
      </span>
    );
  };
  return { id, label, width, cell };
}

function idColumn(id: string, label: string, noun: string, read: Read): Column {
  const cell = (row: TransactionRow) => {
    const value = read(row);
    return value === null ? <NoValue /> : <ShortId value={value} label={noun} head={8} tail={4} />;
  };
  return { id, label, width: 148, cell };
}

/** Fees are never added up: each keeps its currency, and who kept it is on the page. */
function Fees({ fees }: Pick<TransactionRow, 'fees'>) {
  if (fees.length === 0) return <NoValue />;
  return fees.map(({ kind, amount }) => (
    <span key={`${kind} ${amount.amount}`} className="block text-xs">
      <MoneyText money={amount} />
    </span>
  ));
}

function Events({ eventCount, duplicates }: Pick<TransactionRow, 'eventCount' | 'duplicates'>) {
  return (
    <span className="block text-xs">
      <span className="block">{eventCount === 1 ? '1 event' : `${eventCount} events`}</span>
      {duplicates > 0 && (
        <span className="block text-ink-2">{duplicates === 1 ? '1 duplicate' : `${duplicates} duplicates`}</span>
      )}
    </span>
  );
}

function ageText(occurredAt: string, now: Date): string {
  return formatLag(Math.max(0, +now - Date.parse(occurredAt)));
}
