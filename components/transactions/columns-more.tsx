import { useTranslations } from 'next-intl';
import { PersonInitials } from '@/components/remarks/person';
import type { TableColumn } from '@/components/table/column';
import { formatLag, formatMoney } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import type { TimeZone } from '@/lib/time-zones';
import { MoneyText } from './money-text';
import { ShortId } from './short-id';
import { NoValue, TwoLineInstant } from './table-cells';
import type { TransactionRow } from './transaction-row';

type Column = TableColumn<TransactionRow>;

/** Whose columns they are, and when. */
export type ColumnsFor = {
  readonly t: Translator<'transactions'>;
  readonly region: Region;
  readonly zone: TimeZone;
  readonly now: Date;
};

/** The columns that a person may add. */
export function moreColumns({ t, region, zone, now }: ColumnsFor): Column[] {
  const optional: Omit<Column, 'isOptional'>[] = [
    idColumn('provider_id', t('columns.provider_id'), t('id.provider_id'), ({ providerId }) => providerId),
    idColumn('end_user', t('columns.end_user'), t('id.end_user'), ({ endUser }) => endUser),
    wordColumn('network', t('columns.network'), 112, ({ network }) => network),
    wordColumn('token', t('columns.token'), 80, ({ token }) => token),
    idColumn('tx_hash', t('columns.tx_hash'), t('id.tx_hash'), ({ txHash }) => txHash),
    wordColumn('counterparty', t('columns.counterparty'), 160, ({ counterparty }) => counterparty),
    wordColumn('account', t('columns.account'), 116, ({ account }) => account),
    { id: 'fee', label: t('columns.fee'), width: 124, isNumeric: true, cell: ({ fees }) => <Fees fees={fees} /> },
    { ...wordColumn('rate', t('columns.rate'), 112, rateIn(region)), isNumeric: true },
    wordColumn('legs', t('columns.legs'), 72, ({ legs }) => String(legs)),
    {
      id: 'first_received_at',
      label: t('columns.first_received_at'),
      width: 116,
      cell: ({ firstReceivedAt }) =>
        firstReceivedAt === null ? <NoValue /> : <TwoLineInstant at={firstReceivedAt} zone={zone} />,
    },
    { id: 'events', label: t('columns.events'), width: 132, cell: (row) => <Events {...row} /> },
    {
      id: 'assignee',
      label: t('columns.assignee'),
      width: 96,
      cell: ({ assignee }) => (assignee === null ? <NoValue /> : <PersonInitials email={assignee} />),
    },
    wordColumn('age', t('columns.age'), 96, ({ occurredAt }) => ageText(occurredAt, now, region)),
    wordColumn('environment', t('columns.environment'), 104, ({ environment }) => t(`cell.environment.${environment}`)),
  ];
  return optional.map((column) => ({ ...column, isOptional: true }));
}

type Read = (row: TransactionRow) => string | null;

function rateIn(region: Region): Read {
  return ({ exchangeRate }) => exchangeRate && formatMoney(exchangeRate, null, region).text;
}

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
  const t = useTranslations('transactions');
  return (
    <span className="block text-xs">
      <span className="block">{t('cell.events', { count: eventCount })}</span>
      {duplicates > 0 && <span className="block text-ink-2">{t('cell.duplicates', { count: duplicates })}</span>}
    </span>
  );
}

function ageText(occurredAt: string, now: Date, region: Region): string {
  return formatLag(Math.max(0, +now - Date.parse(occurredAt)), region);
}
