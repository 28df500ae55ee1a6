import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { WaitingNotice } from '@/components/approvals/waiting-notice';
import { PageHeader } from '@/components/layout/page-header';
import { CepCard } from '@/components/reconciliation/cep-card';
import { ClabeCard } from '@/components/reconciliation/clabe-card';
import { ExceptionsCard } from '@/components/reconciliation/exceptions-card';
import { LegCard } from '@/components/reconciliation/leg-card';
import { MatchCard } from '@/components/reconciliation/match-card';
import { StateBadge } from '@/components/reconciliation/state-badge';
import { WhyNotCard } from '@/components/reconciliation/why-not-card';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import { sightOf } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { requireRight } from '@/lib/access/session';
import { openAbout } from '@/lib/approvals/proposal.store';
import { displayZone } from '@/lib/preferences';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { NOTHING_BESIDE } from '@/lib/reconciliation/beside';
import { besideLegs } from '@/lib/reconciliation/beside.store';
import { cepFieldsOf } from '@/lib/reconciliation/cep';
import { clabeFlow } from '@/lib/reconciliation/clabe.store';
import { readLegDetail } from '@/lib/reconciliation/detail.store';
import { deliveriesOf } from '@/lib/reconciliation/transaction-legs.store';
import type { LegDetail } from '@/lib/reconciliation/view';
import { reconsider, undoOneMatch } from '../../actions';

type Props = { readonly params: Promise<{ readonly id: string }> };

/** The rest is on the page of the payment. */
const SHOWN_DELIVERIES = 10;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reconciliation');
  return { title: t('leg.title') };
}

/** One movement a bank or a chain could see: both sides, why they agree, or why they do not. */
export default async function LegPage({ params }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const id = decoded((await params).id);
  const detail = id === null ? null : await readLegDetail(sight, id, new Date());
  if (!detail) notFound();
  const { leg, matches, exceptions } = detail;
  const t = await getTranslations('reconciliation');
  const words = await getTranslations('words');
  const legs = await getTranslations('legs');
  const [zone, besides, deliveries, waiting] = await Promise.all([
    displayZone(),
    // Clear, since the account is asked for by its number.
    besideLegs('clear', [leg.id], matches[0]?.book ?? 'bank'),
    deliveriesOf(leg.transactionId, SHOWN_DELIVERIES),
    openAbout({ lines: [], legs: [leg.id], exceptions: exceptions.map(({ id: about }) => about) }),
  ]);
  const told = besides.get(leg.id) ?? NOTHING_BESIDE;
  const beside = seen(sight, told);
  const isDeposit = leg.kind === 'issuance' && leg.rail === 'spei' && told.receiverClabe !== null;
  const flow =
    isDeposit && told.receiverClabe ? seen(sight, await clabeFlow(told.receiverClabe, leg.environment)) : null;
  const cep = cepFieldsOf(leg, beside);
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {t('leg.heading', {
              provider: PROVIDER_LABELS[leg.provider],
              kind: words(`kind.${leg.kind}`),
              direction: legs(`direction.${leg.direction}`),
            })}
            <StateBadge state={leg.state} expectation={leg.expectation} />
          </span>
        }
        description={<MoneyText money={leg.money} />}
        back={{ href: `/reconciliation/rails/${leg.rail}`, label: words(`rail.${leg.rail}`) }}
      />
      <WaitingNotice proposals={waiting} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-4">
          {matches.map((match) => (
            <MatchCard key={match.id} match={match} zone={zone} undo={undoOneMatch} />
          ))}
          <ExceptionsCard exceptions={exceptions} zone={zone} />
          {matches.length === 0 && <Unmatched detail={detail} />}
          <LegCard leg={leg} beside={beside} deliveries={deliveries} zone={zone} />
        </div>
        <aside aria-label={t('leg.proof')} className="min-w-0 space-y-4">
          {cep && <CepCard fields={cep} />}
          {flow && <ClabeCard flow={flow} />}
        </aside>
      </div>
    </>
  );
}

/** Why nothing was found for it; for what no bank shows there is nothing to find. */
function Unmatched({ detail: { leg, candidates, whyNot } }: { readonly detail: LegDetail }) {
  const t = useTranslations('reconciliation');
  const legs = useTranslations('legs');
  if (leg.state === 'not_needed')
    return (
      <SectionCard title={t('leg.notNeeded')}>
        <p className="text-body text-ink-2">
          {leg.rail === 'chain' && leg.expectation === 'expected'
            ? t('leg.onChain')
            : t('leg.expectation', { expectation: legs(`expectation.${leg.expectation}`) })}
        </p>
      </SectionCard>
    );
  if (leg.rail === 'chain' && leg.state === 'matched')
    return (
      <SectionCard title={t('leg.seenAtBoth')}>
        <p className="text-body text-ink-2">{t('leg.seenAtBothAbout')}</p>
      </SectionCard>
    );
  return <WhyNotCard candidates={candidates} whyNot={whyNot} noun="line" of={leg.id} reconsider={reconsider} />;
}

/** Next hands a page the segment as it stands in the URL. `null` for what is no encoded text. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
