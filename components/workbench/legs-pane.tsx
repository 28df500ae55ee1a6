import { MousePointerClick, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Privately } from '@/components/private/privately';
import { Disclosure } from '@/components/transactions/disclosure';
import { MoneyText } from '@/components/transactions/money-text';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { LegRow, LineRow } from '@/lib/reconciliation/view';
import type { WorkbenchQuery } from '@/lib/reconciliation/workbench-query';
import type { BenchCandidate, BenchSelection } from '@/lib/reconciliation/workbench-view';
import type { TimeZone } from '@/lib/time-zones';
import { CandidateList } from './candidate-list';
import { FindForm } from './find-form';
import { LegCard } from './leg-card';
import { SetList } from './set-list';
import type { BenchLetters } from './use-bench-keys';
import { WhyNot } from './why-not';

type Props = {
  readonly query: WorkbenchQuery;
  readonly privately: Privately;
  readonly lines: readonly LineRow[];
  readonly selection: BenchSelection;
  readonly legs: ReadonlyMap<string, LegRow>;
  readonly zone: TimeZone;
  readonly toggle: (leg: LegRow) => void;
  readonly choose: (legs: readonly LegRow[]) => void;
  readonly dismiss: (candidate: BenchCandidate) => void;
  readonly reconsider: (candidate: BenchCandidate) => void;
  /** Say that the selected lines are no payments. */
  readonly mark: Pick<BenchLetters, 'b' | 'i'>;
  readonly isBusy: boolean;
  readonly isWhyNotOpen: boolean;
  readonly setIsWhyNotOpen: (isOpen: boolean) => void;
};

/** The right side: what may belong to the selected lines, or what was searched for. */
export function LegsPane(props: Props) {
  const t = useTranslations('workbench');
  const { query, privately, lines, selection, legs, zone, toggle, mark, isBusy } = props;
  if (query.lines.length === 0) {
    return (
      <EmptyState icon={MousePointerClick} title={t('pane.empty')}>
        {t('pane.emptyAbout')}
      </EmptyState>
    );
  }
  const { candidates, dismissed, found, matched } = selection;
  const listed = new Set((found?.legs ?? [...candidates, ...dismissed].map(({ leg }) => leg)).map(({ id }) => id));
  const unlisted = [...legs.values()].filter(({ id }) => !listed.has(id));
  return (
    <>
      <header className="sticky top-0 z-20 space-y-2 border-b border-line bg-surface px-4 py-2.5">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <Selected lines={lines} />
          <div className="flex gap-1.5">
            <Button size="small" disabled={isBusy} onClick={mark.b} aria-keyshortcuts="b">
              {t('pane.feeOrTax')}
            </Button>
            <Button size="small" disabled={isBusy} onClick={mark.i} aria-keyshortcuts="i">
              {t('pane.internal')}
            </Button>
          </div>
        </div>
        <FindForm query={query} privately={privately} />
      </header>
      {matched.map((match) => (
        <AlreadyMatched key={match.id} match={match} />
      ))}
      {unlisted.length > 0 && (
        <ul aria-label={t('pane.alsoSelected')} className="border-b border-line">
          {unlisted.map((leg) => (
            <LegCard key={leg.id} leg={leg} zone={zone} isChosen toggle={toggle} />
          ))}
        </ul>
      )}
      {found ? <Found {...props} found={found} /> : <Proposed {...props} />}
    </>
  );
}

function AlreadyMatched({ match: { madeBy, lines, legs } }: { readonly match: BenchSelection['matched'][number] }) {
  const t = useTranslations('workbench');
  const both = { lines: t('lines', { count: lines.length }), payments: t('payments', { count: legs.length }) };
  return (
    <Alert tone="caution" title={t('pane.matched')} className="m-3">
      {madeBy ? t('pane.byPerson', { who: madeBy, ...both }) : t('pane.byRule', both)}
    </Alert>
  );
}

function Selected({ lines }: { readonly lines: readonly LineRow[] }) {
  const t = useTranslations('workbench');
  return (
    <h2 className="flex flex-wrap items-baseline gap-x-2 text-body">
      <span className="font-semibold">{t('pane.paymentsFor')}</span>
      {lines.length > 3 ? (
        <span>{t('lines', { count: lines.length })}</span>
      ) : (
        lines.map((line) => <MoneyText key={line.seq} money={line} className="font-medium" />)
      )}
    </h2>
  );
}

type FoundProps = Props & { readonly found: NonNullable<BenchSelection['found']> };

function Found({ found: { legs: rows, hasMore }, legs, zone, toggle }: FoundProps) {
  const t = useTranslations('workbench');
  if (rows.length === 0) {
    return (
      <EmptyState icon={SearchX} title={t('find.none')}>
        {t('find.noneWhy')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label={t('find.found')}>
        {rows.map((leg) => (
          <LegCard key={leg.id} leg={leg} zone={zone} isChosen={legs.has(leg.id)} toggle={toggle} />
        ))}
      </ul>
      {hasMore && <p className="px-4 py-2 text-xs text-ink-2">{t('find.more')}</p>}
    </>
  );
}

function Proposed(props: Props) {
  const t = useTranslations('workbench');
  const { selection, zone, legs, toggle, choose, dismiss, reconsider, isBusy, isWhyNotOpen, setIsWhyNotOpen } = props;
  const { candidates, near, sets, dismissed, whyNot, matched } = selection;
  const isNothingNear = candidates.length === 0 && matched.length === 0 && !sets?.sets.length;
  const isProposed = candidates.some(({ strength }) => strength !== null);
  return (
    <>
      {sets && (sets.sets.length > 0 || !isProposed) && <SetList sets={sets} choose={choose} />}
      {isNothingNear && (
        <p className="px-4 py-6 text-center text-body text-ink-2">
          {t.rich('pane.noneNear', {
            link: (chunks) => (
              <Link href="/webhooks" className="text-accent hover:underline">
                {chunks}
              </Link>
            ),
          })}
        </p>
      )}
      <CandidateList
        candidates={candidates}
        zone={zone}
        chosen={new Set(legs.keys())}
        toggle={toggle}
        dismiss={dismiss}
        isBusy={isBusy}
      />
      {dismissed.length > 0 && (
        <Disclosure
          className="border-t border-line px-4 py-2"
          summary={t('pane.dismissedCount', { count: dismissed.length })}
        >
          <ul aria-label={t('pane.dismissed')} className="-mx-4">
            {dismissed.map((candidate) => (
              <LegCard
                key={candidate.leg.id}
                leg={candidate.leg}
                zone={zone}
                criteria={candidate.criteria}
                isChosen={legs.has(candidate.leg.id)}
                toggle={toggle}
              >
                <p className="text-right">
                  <Button look="ghost" size="small" disabled={isBusy} onClick={() => reconsider(candidate)}>
                    {t('pane.reconsider')}
                  </Button>
                </p>
              </LegCard>
            ))}
          </ul>
        </Disclosure>
      )}
      <WhyNot candidates={near} sentences={whyNot} isOpen={isWhyNotOpen} setIsOpen={setIsWhyNotOpen} />
    </>
  );
}
