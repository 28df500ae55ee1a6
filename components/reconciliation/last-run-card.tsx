import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { matchedOf } from '@/components/rules/run-words';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import { RULES } from '@/lib/reconciliation/match';
import type { RunView } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';

type Props = { readonly run: RunView | null; readonly zone: TimeZone; readonly actions: ReactNode };

/** The last run that was kept: when, by whom, and what each rule matched. */
export function LastRunCard({ run, zone, actions }: Props) {
  const t = useTranslations('reconciliation');
  return (
    <SectionCard title={t('lastRun.title')} actions={actions}>
      {run === null ? (
        <p className="text-body text-ink-2">{t('lastRun.none')}</p>
      ) : (
        <div className="space-y-2 text-body">
          <p>
            <Link
              href={`/reconciliation/rules/runs/${run.id}`}
              className="rounded-sm underline decoration-line-strong underline-offset-3"
            >
              <Instant at={run.startedAt} zone={zone} />
            </Link>{' '}
            <span className="text-ink-2">
              {run.requestedBy ? t('lastRun.by', { who: run.requestedBy }) : t('lastRun.bySchedule')}
            </span>
          </p>
          {run.figures && <Figures figures={run.figures} />}
        </div>
      )}
    </SectionCard>
  );
}

function Figures({ figures }: { readonly figures: NonNullable<RunView['figures']> }) {
  const t = useTranslations('reconciliation');
  const rule = useTranslations('rules');
  const taken = RULES.filter((one) => figures.matched[one].lines > 0);
  const each = taken.map((one) =>
    t('lastRun.byRule', { lines: figures.matched[one].lines, rule: rule(`label.${one}`) }),
  );
  const { lines } = matchedOf(figures);
  const { opened, reopened, resolved } = figures.exceptions;
  return (
    <>
      <p>
        {t.rich('lastRun.matched', {
          lines,
          all: figures.linesIn,
          each: each.join(', '),
          rules: (chunks) => each.length > 0 && <span className="text-ink-2">{chunks}</span>,
        })}
      </p>
      <p className="text-xs text-ink-2">{t('lastRun.exceptions', { opened: opened + reopened, resolved })}</p>
    </>
  );
}
