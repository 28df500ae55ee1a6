import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { Instant } from '@/components/transactions/instant';
import { formatCount, formatLag } from '@/lib/format';
import { said } from '@/lib/language/said';
import type { ListReport } from '@/lib/lists/report';
import type { TimeZone } from '@/lib/time-zones';
import { differencesHref } from './difference-query';

const FIGURES = ['rows', 'added', 'filled', 'differing', 'notUnderstood'] as const;
const HEADS = ['list', 'lastCompared', ...FIGURES, 'next'] as const;
const isFigure = (head: string) => FIGURES.some((figure) => figure === head);

type Props = { readonly reports: readonly ListReport[]; readonly now: Date; readonly zone: TimeZone };

/** The lists that providers keep: when each was last compared, what came of it, and when it will be again. */
export function ListTable({ reports, now, zone }: Props) {
  const t = useTranslations('acknowledgements');
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">{t('lists.tableLabel')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${isFigure(head) ? 'text-right' : ''}`}
            >
              {t(`lists.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr
            key={report.list}
            className="border-b border-line align-top last:border-0 [&>td]:px-3 [&>td]:py-2.5 [&>td]:last:pr-4 [&>th]:py-2.5 [&>th]:pr-3 [&>th]:pl-4"
          >
            <th scope="row" className="min-w-44 text-left font-medium whitespace-nowrap">
              {t(`lists.name.${report.list}`)}
            </th>
            <td className="min-w-56">
              <LastCompared report={report} now={now} zone={zone} />
            </td>
            <Figures report={report} />
            <td className="whitespace-nowrap">
              {report.missing === null ? (
                <Instant at={report.nextAt} zone={zone} />
              ) : (
                <span className="text-ink-2">{t('lists.onceSetUp')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LastCompared({ report: { missing, lastComparedAt }, now, zone }: Omit<Props, 'reports'> & Of) {
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  return (
    <>
      {lastComparedAt ? (
        <>
          <Instant at={lastComparedAt} zone={zone} />
          <span className="block text-xs text-ink-2">
            {t('ago', { lag: formatLag(+now - +lastComparedAt, region) })}
          </span>
        </>
      ) : (
        <span className="text-ink-2">{t('never')}</span>
      )}
      {missing && (
        <p className="text-xs text-ink-2">
          <Says said={said('acknowledgements.lists.notSetUp', { missing })} />
        </p>
      )}
    </>
  );
}

type Of = { readonly report: ListReport };

function Figures({ report: { list, tally, differences } }: Of) {
  return (
    <>
      <Figure value={tally?.rows} />
      <Figure value={tally?.added} />
      <Figure value={tally?.filled} />
      <Figure value={tally && differences.open} href={differencesHref({ state: 'open', list })} />
      <Figure value={tally && differences.unread} href={differencesHref({ state: 'unread', list })} />
    </>
  );
}

function Figure({ value, href }: { readonly value: number | null | undefined; readonly href?: string }) {
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  return (
    <td className="text-right tabular-nums">
      {value == null ? (
        <span className="text-ink-3">
          <span aria-hidden>–</span>
          <span className="sr-only">{t('notKnown')}</span>
        </span>
      ) : href && value > 0 ? (
        <Link
          href={href}
          className="rounded-sm font-medium text-caution underline underline-offset-3 hover:decoration-2"
        >
          {formatCount(value, region)}
        </Link>
      ) : (
        formatCount(value, region)
      )}
    </td>
  );
}
