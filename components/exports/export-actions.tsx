import { Download, RotateCw, X } from 'lucide-react';
import { Button, buttonClass } from '@/components/ui/button';
import { EXPORT_LISTS, type ExportRecord, isKept, isUnderWay } from '@/lib/exports/export';

type Props = {
  readonly record: ExportRecord;
  readonly now: Date;
  readonly cancel: (data: FormData) => Promise<void>;
};

/** What can be done with a file: have it, take it back, make it again. */
export function ExportActions({ record, now, cancel }: Props) {
  const name = EXPORT_LISTS[record.list].label.toLowerCase();
  if (isUnderWay(record.state) && !record.isStreamed)
    return (
      <form action={cancel}>
        <input type="hidden" name="id" value={record.id} />
        <Button type="submit" size="small" aria-label={`Cancel the file of ${name}`}>
          <X aria-hidden /> Cancel
        </Button>
      </form>
    );
  return (
    <div className="flex flex-wrap gap-1.5">
      {isKept(record, now) && (
        <a href={`/exports/${record.id}/file`} download className={buttonClass({ look: 'primary', size: 'small' })}>
          <Download aria-hidden /> Download
        </a>
      )}
      <AgainForm record={record} />
    </div>
  );
}

function AgainForm({ record }: { readonly record: ExportRecord }) {
  const { list, query, format, preset, columns } = record;
  const fields = { list, query, format, preset, columns: columns.join(',') };
  return (
    <form method="post" action="/exports/start">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="small" title="The same filter, columns and format, as of now">
        <RotateCw aria-hidden /> Run again
      </Button>
    </form>
  );
}
