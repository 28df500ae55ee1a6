import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Badge } from '@/components/ui/badge';
import type { ExportRecord } from '@/lib/exports/export';
import { spokenKept } from '@/lib/language/said';
import { EXPORT_LOOKS, progressText } from './export-words';

/** Where a file stands, and how far it is while it is being written. */
export function ExportStateCell({ record }: { readonly record: ExportRecord }) {
  const t = useTranslations('exports');
  const reader = useReader();
  const { tone, icon } = EXPORT_LOOKS[record.state];
  return (
    <div className="space-y-1">
      <Badge tone={tone} icon={icon}>
        {t(`state.${record.state}`)}
      </Badge>
      {record.state === 'running' && record.rowsExpected !== null && (
        <progress
          value={record.rowsWritten}
          max={Math.max(1, record.rowsExpected)}
          aria-label={progressText(record, t)}
          className="block h-1.5 w-28 accent-accent"
        />
      )}
      {record.failure && (
        <p className="max-w-64 text-xs text-ink-2 [overflow-wrap:anywhere]">{spokenKept(record.failure, reader)}</p>
      )}
    </div>
  );
}
