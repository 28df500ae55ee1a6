import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Disclosure } from '@/components/transactions/disclosure';
import { Alert } from '@/components/ui/alert';
import type { ImportReport } from '@/lib/events/acknowledgement';
import { formatCount } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';

const FIGURES = [
  'lines',
  'webhookRequests',
  'acknowledged',
  'unaccounted',
  'added',
  'unreadableCount',
] as const satisfies readonly (keyof ImportReport)[];

/** What was found in a log: every line of it is in one of these numbers. */
export function LogImportReport({ report }: { readonly report: ImportReport }) {
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  const { webhookRequests, unaccounted, unreadable, unreadableCount } = report;
  const tone = unaccounted > 0 ? 'negative' : webhookRequests === 0 ? 'caution' : 'positive';
  return (
    <Alert tone={tone} title={verdict(report, t)}>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {FIGURES.map((figure) => (
          <div key={figure}>
            <dt className="text-xs">{t(`import.figure.${figure}`)}</dt>
            <dd className="font-medium text-ink tabular-nums">{formatCount(report[figure], region)}</dd>
          </div>
        ))}
      </dl>
      {unreadableCount > 0 && (
        <Disclosure summary={t('import.neither', { count: unreadableCount })} className="mt-2">
          <ol className="max-h-48 space-y-0.5 overflow-auto font-mono text-xs">
            {unreadable.map(({ line, text }) => (
              <li key={line} className="break-all">
                <span className="text-ink">{line}</span> {text}
              </li>
            ))}
            {unreadableCount > unreadable.length && (
              <li>{t('import.more', { count: unreadableCount - unreadable.length })}</li>
            )}
          </ol>
        </Disclosure>
      )}
    </Alert>
  );
}

function verdict(
  { acknowledged, unaccounted, webhookRequests }: ImportReport,
  t: Translator<'acknowledgements'>,
): string {
  if (webhookRequests === 0) return t('import.verdict.noWebhook');
  return unaccounted === 0
    ? t('import.verdict.clean', { count: acknowledged })
    : t('import.verdict.lost', { count: unaccounted });
}
