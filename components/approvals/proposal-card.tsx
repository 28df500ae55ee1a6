import { Ban, CircleCheck, CircleX, Hourglass, type LucideIcon, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Tone } from '@/components/ui/tone';
import { isFailure, isSamePerson, type Proposal, type ProposalOutcome, shownMoney } from '@/lib/approvals/proposal';
import { moneyText } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';
import type { ApprovalActions } from './approval-state';
import { DecideForm } from './decide-form';

const LOOKS = {
  open: { icon: Hourglass, tone: 'progress' },
  approved: { icon: CircleCheck, tone: 'positive' },
  declined: { icon: CircleX, tone: 'negative' },
  withdrawn: { icon: Undo2, tone: 'neutral' },
  failed: { icon: Ban, tone: 'caution' },
} as const satisfies Record<ProposalOutcome | 'open', { icon: LucideIcon; tone: Tone }>;

type Props = {
  readonly proposal: Proposal;
  readonly zone: TimeZone;
  /** Who looks, and whether that person may be the second one. */
  readonly viewer: string;
  readonly mayApprove: boolean;
  readonly actions: ApprovalActions;
};

/** One proposal: what will be done in words and numbers, who asked, how it ended, and what can be done now. */
export function ProposalCard({ proposal, zone, viewer, mayApprove, actions }: Props) {
  const t = useTranslations('approvals');
  const region = useRegion();
  const { id, deed, outcome, proposedBy, proposedAt, decidedBy, decidedAt, note } = proposal;
  const state = outcome ?? 'open';
  const isOwn = isSamePerson(proposedBy, viewer);
  const says = {
    lines: deed.lines.length,
    legs: deed.legs.length,
    amount: moneyText(shownMoney(proposal), region),
    reason: t(`reason.${deed.reason}`),
  };
  return (
    <Card className="space-y-2.5 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge icon={LOOKS[state].icon} tone={LOOKS[state].tone}>
          {t(`state.${state}`)}
        </Badge>
        <h3 className="min-w-0 text-body font-semibold [overflow-wrap:anywhere] tabular-nums">
          {deed.what === 'match'
            ? t('does.match', says)
            : t('does.resolve', { amount: says.amount, reason: says.reason })}
        </h3>
      </div>
      {deed.remark !== '' && <p className="text-body [overflow-wrap:anywhere] text-ink-2">“{deed.remark}”</p>}
      <Subjects proposal={proposal} />
      <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
        {t('askedBy', { who: proposedBy })} · <Instant at={proposedAt} zone={zone} />
        {decidedBy !== null && (
          <>
            <br />
            {t(`by.${outcome ?? 'failed'}`, { who: decidedBy })} · <Instant at={decidedAt} zone={zone} />
          </>
        )}
      </p>
      {note !== null && (
        <p className="text-body [overflow-wrap:anywhere]">
          {outcome === 'failed' && isFailure(note) ? t(`failed.${note}`) : `“${note}”`}
        </p>
      )}
      {outcome === null && isOwn && <p className="text-xs text-ink-2">{t('own')}</p>}
      {outcome === null && (isOwn || mayApprove) && (
        <DecideForm id={id} may={isOwn ? 'withdraw' : 'decide'} actions={actions} />
      )}
    </Card>
  );
}

function Subjects({ proposal: { deed } }: { readonly proposal: Proposal }) {
  const t = useTranslations('approvals');
  const subjects = [
    ...(deed.exception === null
      ? []
      : [{ href: `/reconciliation/exceptions/${deed.exception}`, words: t('exception', { id: deed.exception }) }]),
    ...deed.lines.map((seq) => ({ href: `/reconciliation/lines/${seq}`, words: t('line', { id: seq }) })),
    ...deed.legs.map((id) => ({ href: `/reconciliation/legs/${encodeURIComponent(id)}`, words: id })),
  ];
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
      {subjects.map(({ href, words }) => (
        <li key={href} className="min-w-0">
          <Link href={href} prefetch={false} className="[overflow-wrap:anywhere] text-accent hover:underline">
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}
