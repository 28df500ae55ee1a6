import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { SectionCard } from '@/components/ui/card';
import type { ExceptionDetail } from '@/lib/reconciliation/view';
import { differenceRows } from './difference-rows';

const HEADS = ['field', 'expected', 'explained', 'remainder', 'actual'] as const;

/** What differs, field by field; what the payload's own fees explain is taken off already. */
export function DifferenceCard({ detail }: { readonly detail: ExceptionDetail }) {
  const t = useTranslations('exceptions');
  const reader = useReader();
  const help = reader.t(`reasons.reason.${detail.exception.reason}.help`);
  return (
    <SectionCard title={t('difference.title')} description={help} bodyClassName="p-0">
      <section
        aria-label={t('difference.label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative overflow-x-auto -outline-offset-2"
      >
        <table className="w-full border-collapse text-body">
          <caption className="sr-only">{t('difference.caption')}</caption>
          <thead>
            <tr className="border-b border-line text-left text-xs text-ink-2">
              {HEADS.map((head) => (
                <th key={head} scope="col" className="px-3 py-2 font-medium first:pl-4 last:pr-4">
                  {t(`difference.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differenceRows(detail, reader).map(({ field, expected, actual, explained, remainder, isSame }) => (
              <tr key={field} className="border-b border-line align-top last:border-0">
                <th scope="row" className="px-3 py-2 pl-4 text-left text-xs font-normal whitespace-nowrap text-ink-2">
                  {field}
                </th>
                <Value text={expected} />
                <Value text={explained} />
                <Value text={remainder} isOther={!isSame} />
                <Value text={actual} isOther={!isSame} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </SectionCard>
  );
}

function Value({ text, isOther = false }: { readonly text: string | null; readonly isOther?: boolean }) {
  const words = useTranslations('words');
  if (text === null)
    return (
      <td className="px-3 py-2 text-ink-3 last:pr-4">
        <span aria-hidden>–</span>
        <span className="sr-only">{words('notTold')}</span>
      </td>
    );
  return (
    <td
      className={`min-w-24 px-3 py-2 tabular-nums [overflow-wrap:anywhere] last:pr-4 ${isOther ? 'font-medium text-negative' : ''}`}
    >
      {text}
    </td>
  );
}
