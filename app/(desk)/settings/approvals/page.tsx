import { UsersRound } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ApprovalActions } from '@/components/approvals/approval-state';
import { LimitCard } from '@/components/approvals/limit-card';
import { ProposalCard } from '@/components/approvals/proposal-card';
import { APPROVALS } from '@/components/approvals/proposal-href';
import { Messages } from '@/components/language/messages';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { may, sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { listLimits } from '@/lib/approvals/limit.store';
import type { Proposal } from '@/lib/approvals/proposal';
import { decidedProposals, openProposals, readProposal } from '@/lib/approvals/proposal.store';
import { formatInstant, formatMoney } from '@/lib/format';
import { displayRegion, displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { approveProposal, declineProposal, setApprovalLimit, withdrawProposal } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals');
  return { title: t('title') };
}

const DECIDED = 50;
const ACTIONS: ApprovalActions = {
  approve: approveProposal,
  decline: declineProposal,
  withdraw: withdrawProposal,
  setLimit: setApprovalLimit,
};

/** What waits for a second person, what was decided, and above which amounts one is needed. */
export default async function ApprovalsPage({ searchParams }: { readonly searchParams: Promise<PageSearchParams> }) {
  const viewer = await requireRight('browse');
  const sight = sightOf(viewer);
  const asked = toSearch(await searchParams).get('proposal');
  const t = await getTranslations('approvals');
  const [zone, region, limits, one] = await Promise.all([
    displayZone(),
    displayRegion(),
    listLimits(),
    asked === null ? null : readProposal(sight, asked),
  ]);
  const [open, decided] = one ? [[], []] : await Promise.all([openProposals(sight), decidedProposals(sight, DECIDED)]);
  const card = (proposal: Proposal) => (
    <li key={proposal.id}>
      <ProposalCard
        proposal={proposal}
        zone={zone}
        viewer={viewer.email}
        mayApprove={may(viewer, 'approve')}
        actions={ACTIONS}
      />
    </li>
  );
  const shown = limits.map(({ currency, amount, changedBy, changedAt }) => ({
    currency,
    amount: formatMoney(amount, null, region).text,
    changed: `${changedBy}, ${formatInstant(changedAt, zone, region).text}`,
  }));
  return (
    <Messages rooms={['approvals']}>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-5">
          <p className="max-w-prose text-body text-ink-2">{t('about')}</p>
          {one ? (
            <>
              <ul className="space-y-3">{card(one)}</ul>
              <ButtonLink href={APPROVALS}>{t('all')}</ButtonLink>
            </>
          ) : (
            <>
              <section aria-labelledby="open" className="space-y-3">
                <h2 id="open" className="text-base font-semibold">
                  {t('open', { count: open.length })}
                </h2>
                {open.length > 0 ? (
                  <ul className="space-y-3">{open.map(card)}</ul>
                ) : (
                  <EmptyState icon={UsersRound} title={t('noneOpen')}>
                    {t('noneOpenWhy')}
                  </EmptyState>
                )}
              </section>
              {decided.length > 0 && (
                <section aria-labelledby="decided" className="space-y-3">
                  <h2 id="decided" className="text-base font-semibold">
                    {t('decided')}
                  </h2>
                  <ul className="space-y-3">{decided.map(card)}</ul>
                </section>
              )}
            </>
          )}
        </div>
        <SectionCard title={t('limits')}>
          <LimitCard limits={shown} mayChange={may(viewer, 'configure')} setLimit={setApprovalLimit} />
        </SectionCard>
      </div>
    </Messages>
  );
}
