import { Download, RotateCw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/components/ui/button';
import { type ExportRecord, isKept, isUnderWay } from '@/lib/exports/export';

type Props = {
  readonly record: ExportRecord;
  readonly now: Date;
  readonly cancel: (data: FormData) => Promise<void>;
};

/** What can be done with a file: have it, take it back, make it again. */
export function ExportActions({ record, now, cancel }: Props) {
  const t = useTranslations('exports');
  if (isUnderWay(record.state) && !record.isStreamed)
    return (
      <form action={cancel}>
        <input type="hidden" name="id" value={record.id} />
        <Button type="submit" size="small" aria-label={t(`action.cancelOf.${record.list}`)}>
          <X aria-hidden /> {t('action.cancel')}
        </Button>
      </form>
    );
  return (
    <div className="flex flex-wrap gap-1.5">
      {isKept(record, now) && (
        <a href={`/exports/${record.id}/file`} download className={buttonClass({ look: 'primary', size: 'small' })}>
          <Download aria-hidden /> {t('action.download')}
        </a>
      )}
      <AgainForm record={record} />
    </div>
  );
}

function AgainForm({ record }: { readonly record: ExportRecord }) {
  const t = useTranslations('exports');
  const { list, query, format, preset, columns } = record;
  const fields = { list, query, format, preset, columns: columns.join(',') };
  return (
    <form method="post" action="/exports/start">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="small" title={t('action.againTitle')}>
        <RotateCw aria-hidden /> {t('action.again')}
      </Button>
    </form>
  );
}
