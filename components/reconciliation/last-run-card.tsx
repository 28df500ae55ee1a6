import Link from 'next/link';
import type { ReactNode } from 'react';
import { RULE_WORDS } from '@/components/rules/rule-words';
import { matchedOf } from '@/components/rules/run-words';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import { RULES } from '@/lib/reconciliation/match';
import type { RunView } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';

type Props = { readonly run: RunView | null; readonly zone: TimeZone; readonly actions: ReactNode };

/** The last run that was kept: when, by whom, and what each rule matched. */
export function LastRunCard({ run, zone, actions }: Props) {
  return (
    <SectionCard title="Last run" actions={actions}>
      {run === null ? (
        <p className="text-body text-ink-2">The passes have not run yet.</p>
      ) : (
        <div className="space-y-2 text-body">
          <p>
            <Link
              href={`/reconciliation/rules/runs/${run.id}`}
              className="rounded-sm underline decoration-line-strong underline-offset-3"
            >
              <Instant at={run.startedAt} zone={zone} />
            </Link>{' '}
            <span className="text-ink-2">by {run.requestedBy ?? 'the schedule'}</span>
          </p>
          {run.figures && <Figures figures={run.figures} />}
        </div>
      )}
    </SectionCard>
  );
}

function Figures({ figures }: { readonly figures: NonNullable<RunView['figures']> }) {
  const taken = RULES.filter((rule) => figures.matched[rule].lines > 0);
  const { lines } = matchedOf(figures);
  const { opened, reopened, resolved } = figures.exceptions;
  return (
    <>
      <p>
        {formatCount(lines)} of {formatCount(figures.linesIn)} free lines matched
        {taken.length > 0 && (
          <span className="text-ink-2">
            :{' '}
            {taken.map((rule) => `${formatCount(figures.matched[rule].lines)} by ${RULE_WORDS[rule].label}`).join(', ')}
          </span>
        )}
      </p>
      <p className="text-xs text-ink-2">
        {opened + reopened === 1 ? '1 exception' : `${formatCount(opened + reopened)} exceptions`} opened,{' '}
        {formatCount(resolved)} resolved
      </p>
    </>
  );
}
