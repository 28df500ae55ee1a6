import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Strength } from '@/lib/reconciliation/view';
import { STRENGTH_TONES } from './criteria-words';

/** How strongly a line and a payment belong together, in a word; how many others are as good. */
export function StrengthBadge({ strength, rivals }: { readonly strength: Strength | null; readonly rivals: number }) {
  const t = useTranslations('workbench');
  if (!strength) return <Badge title={t('noProposalWhy')}>{t('noProposal')}</Badge>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Badge tone={STRENGTH_TONES[strength]} title={t(`strength.${strength}.means`)}>
        {t(`strength.${strength}.words`)}
      </Badge>
      {rivals > 0 && <span className="text-xs whitespace-nowrap text-caution">{t('rivals', { count: rivals })}</span>}
    </span>
  );
}
