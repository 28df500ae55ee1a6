import { FlaskConical, GitCommitHorizontal, LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { formatCount, formatLag } from '@/lib/format';
import type { RunView } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { leftOf, matchedOf } from './run-words';

type Props = { readonly runs: readonly RunView[]; readonly zone: TimeZone };

/** The latest runs of the passes: in = matched + left, on both sides. */
export function RunTable({ runs, zone }: Props) {
  const t = useTranslations('rules');
  const heads = [
    t('runTable.run'),
    t('runTable.kept'),
    t('runTable.linesIn'),
    t('runTable.matched'),
    t('runTable.left'),
    t('runTable.paymentsIn'),
    t('runTable.matched'),
    t('runTable.left'),
    t('runTable.exceptions'),
    t('runTable.took'),
  ];
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">{t('runTable.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {heads.map((head, at) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns have one name, and none ever moves
              key={at}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${at >= 2 && at <= 7 ? 'text-right' : ''}`}
            >
              {head}
              {at >= 2 && at <= 4 && <span className="sr-only"> {t('runTable.ofLines')}</span>}
              {at >= 5 && at <= 7 && <span className="sr-only"> {t('runTable.ofPayments')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr
            key={run.id}
            className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2.5 [&>td]:whitespace-nowrap [&>td]:tabular-nums [&>td]:first:pl-4 [&>td]:last:pr-4"
          >
            <td>
              <Link href={runHref(run.id)} prefetch={false} className="text-accent hover:underline">
                <Instant at={run.startedAt} zone={zone} />
              </Link>
              <p className="text-xs text-ink-2">{run.requestedBy ?? t('runTable.byItself')}</p>
            </td>
            <td>
              <RunKind run={run} />
            </td>
            <Figures run={run} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function RunKind({ run: { isDry, endedAt } }: { readonly run: RunView }) {
  const t = useTranslations('rules');
  if (endedAt === null)
    return (
      <Badge icon={LoaderCircle} tone="progress" title={t('runTable.notEndedTitle')}>
        {t('runTable.notEnded')}
      </Badge>
    );
  return isDry ? (
    <Badge icon={FlaskConical} title={t('runTable.dryTitle')}>
      {t('runTable.dry')}
    </Badge>
  ) : (
    <Badge icon={GitCommitHorizontal} tone="positive">
      {t('runTable.isKept')}
    </Badge>
  );
}

function Figures({ run: { figures } }: { readonly run: RunView }) {
  const t = useTranslations('rules');
  const region = useRegion();
  if (!figures)
    return (
      <td colSpan={8} className="text-ink-2">
        {t('runTable.noFigures')}
      </td>
    );
  const matched = matchedOf(figures);
  const { opened, reopened, resolved } = figures.exceptions;
  const numbers = [
    figures.linesIn,
    matched.lines,
    leftOf(figures.linesLeft),
    figures.legsIn,
    matched.legs,
    leftOf(figures.legsLeft),
  ];
  return (
    <>
      {numbers.map((number, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns in their order
        <td key={at} className="text-right">
          {formatCount(number, region)}
        </td>
      ))}
      <td>
        +{formatCount(opened + reopened, region)} −{formatCount(resolved, region)}
      </td>
      <td>{formatLag(figures.milliseconds, region)}</td>
    </>
  );
}

export function runHref(id: string): string {
  return `/reconciliation/rules/runs/${id}`;
}
