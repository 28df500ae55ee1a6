import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { type Proposal, shownMoney } from '@/lib/approvals/proposal';
import { moneyText } from '@/lib/format';
import { proposalHref } from './proposal-href';

/** That something waits for a second person, who asked and for how much; nothing where nothing waits. */
export function WaitingNotice({
  proposals,
  className,
}: {
  readonly proposals: readonly Proposal[];
  readonly className?: string;
}) {
  const t = useTranslations('approvals');
  const region = useRegion();
  return proposals.map(({ id, proposedBy, ...sum }) => (
    <Alert
      key={id}
      tone="progress"
      title={t('waiting')}
      className={className ?? 'mb-4'}
      actions={
        <ButtonLink href={proposalHref(id)} size="small" prefetch={false}>
          {t('look')}
        </ButtonLink>
      }
    >
      {t('waitingFor', { who: proposedBy, amount: moneyText(shownMoney(sum), region) })}
    </Alert>
  ));
}
