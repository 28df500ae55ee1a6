import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ExceptionStateBadge } from '@/components/exceptions/exception-badges';
import { exceptionHref } from '@/components/exceptions/exception-links';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import { spokenKept } from '@/lib/language/said';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { ReasonChip } from './reason-chip';

type Props = { readonly exceptions: readonly ExceptionRow[]; readonly zone: TimeZone };

/** The exceptions about one line or leg, with what became of each. */
export function ExceptionsCard({ exceptions, zone }: Props) {
  const t = useTranslations('reconciliation');
  if (exceptions.length === 0) return null;
  return (
    <SectionCard title={t('exceptions.title')} bodyClassName="py-1">
      <ul className="divide-y divide-line">
        {exceptions.map((exception) => (
          <li key={exception.id} className="space-y-1 py-3 text-body">
            <span className="flex flex-wrap items-start justify-between gap-2">
              <Link href={exceptionHref(exception.id)} className="rounded-sm hover:underline">
                <ReasonChip reason={exception.reason} difference={exception} />
              </Link>
              <ExceptionStateBadge exception={exception} />
            </span>
            <p className="text-xs text-ink-2">
              <Became exception={exception} zone={zone} />
            </p>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Became({ exception, zone }: { readonly exception: ExceptionRow; readonly zone: TimeZone }) {
  const t = useTranslations('reconciliation');
  const reasons = useTranslations('reasons');
  const reader = useReader();
  const { openedAt, resolution, remark: kept } = exception;
  const at = () => <Instant at={openedAt} zone={zone} />;
  const how = resolution && reasons(`resolution.${resolution}`).toLowerCase();
  const remark = kept && spokenKept(kept, reader);
  if (how)
    return remark ? t.rich('exceptions.resolvedWith', { at, how, remark }) : t.rich('exceptions.resolved', { at, how });
  return remark ? t.rich('exceptions.openedWith', { at, remark }) : t.rich('exceptions.opened', { at });
}
