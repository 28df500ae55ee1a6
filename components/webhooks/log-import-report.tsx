import { Disclosure } from '@/components/transactions/disclosure';
import { Alert } from '@/components/ui/alert';
import type { ImportReport } from '@/lib/events/acknowledgement';
import { formatCount } from '@/lib/format';

/** What was found in a log: every line of it is in one of these numbers. */
export function LogImportReport({ report }: { readonly report: ImportReport }) {
  const { lines, webhookRequests, acknowledged, unaccounted, added, unreadable, unreadableCount } = report;
  const figures = [
    ['Lines read', lines],
    ['Webhook requests', webhookRequests],
    ['Answered below 500', acknowledged],
    ['Without stored bytes', unaccounted],
    ['New in the list', added],
    ['Unreadable lines', unreadableCount],
  ] as const;
  const tone = unaccounted > 0 ? 'negative' : webhookRequests === 0 ? 'caution' : 'positive';
  return (
    <Alert tone={tone} title={verdict(report)}>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {figures.map(([label, count]) => (
          <div key={label}>
            <dt className="text-xs">{label}</dt>
            <dd className="font-medium text-ink tabular-nums">{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {unreadableCount > 0 && (
        <Disclosure summary={`Lines that are neither form (${formatCount(unreadableCount)})`} className="mt-2">
          <ol className="max-h-48 space-y-0.5 overflow-auto font-mono text-xs">
            {unreadable.map(({ line, text }) => (
              <li key={line} className="break-all">
                <span className="text-ink">{line}</span> {text}
              </li>
            ))}
            {unreadableCount > unreadable.length && (
              <li>and {formatCount(unreadableCount - unreadable.length)} more</li>
            )}
          </ol>
        </Disclosure>
      )}
    </Alert>
  );
}

function verdict({ acknowledged, unaccounted, webhookRequests }: ImportReport): string {
  if (webhookRequests === 0)
    return 'No line of it is about a webhook: is it the log of the proxy in front of this desk?';
  if (unaccounted === 0)
    return acknowledged === 1
      ? 'Clean: the one acknowledged webhook is in the store'
      : `Clean: all ${formatCount(acknowledged)} acknowledged webhooks are in the store`;
  return unaccounted === 1
    ? 'One webhook was acknowledged and never reached the desk'
    : `${formatCount(unaccounted)} webhooks were acknowledged and never reached the desk`;
}
