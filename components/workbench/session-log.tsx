import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { Button, buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { formatInstant } from '@/lib/format';
import { spokenKept } from '@/lib/language/said';
import type { LoggedDeed, Undo } from '@/lib/reconciliation/workbench-view';
import type { TimeZone } from '@/lib/time-zones';

type Props = {
  readonly entries: readonly LoggedDeed[];
  readonly zone: TimeZone;
  readonly undo: (what: Undo) => void;
  readonly isBusy: boolean;
};

/** What this person did today, the latest first. Undo takes one thing back and none of the others. */
export function SessionLog({ entries, zone, undo, isBusy }: Props) {
  const t = useTranslations('workbench');
  return (
    <Popover
      label={t('log.label')}
      align="end"
      className="w-96"
      triggerClassName={buttonClass({ size: 'small' })}
      trigger={
        <>
          <History aria-hidden /> {t('log.today', { count: entries.length })}
        </>
      }
    >
      <div className="p-3">
        <h2 className="text-body font-semibold">{t('log.label')}</h2>
        {entries.length === 0 && <p className="mt-1 text-xs text-ink-2">{t('log.none')}</p>}
        <ol className="mt-1 divide-y divide-line">
          {entries.map(({ undo: what, ...entry }) => (
            <li key={entry.key} className="flex items-start justify-between gap-3 py-2">
              <Entry entry={entry} zone={zone} />
              {what && (
                <Button size="small" disabled={isBusy} onClick={() => undo(what)}>
                  {t('undo')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </div>
    </Popover>
  );
}

type EntryProps = { readonly entry: Omit<LoggedDeed, 'undo'>; readonly zone: TimeZone };

function Entry({ entry, zone }: EntryProps) {
  const t = useTranslations('workbench');
  const reader = useReader();
  const { kind, lines, legCount, reason, madeAt } = entry;
  return (
    <div className="min-w-0 text-xs">
      <p>
        <span className="font-medium">{t(`log.${kind}`)}</span>
        <span className="text-ink-2">
          {' '}
          {formatInstant(madeAt, zone, reader.region).time.slice(0, 5)} · {t('lines', { count: lines.length })}
          {legCount > 0 && `, ${t('payments', { count: legCount })}`}
        </span>
      </p>
      {lines.map((line) => (
        <p key={line.seq} className="flex gap-2">
          <MoneyText money={line} />
          <span className="truncate text-ink-2">{line.text}</span>
        </p>
      ))}
      {reason && <p className="text-ink-2">{spokenKept(reason, reader)}</p>}
    </div>
  );
}
