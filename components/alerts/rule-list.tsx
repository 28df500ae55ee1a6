import { Pause, Pencil, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ForRight } from '@/components/access/rights';
import { useRegion } from '@/components/language/reader';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import type { AlertChannel } from '@/lib/alerts/alert';
import type { AlertRule } from '@/lib/alerts/rule';
import { type DeedAction, DeedButton, DeedForm } from './deed-form';
import { Removal } from './removal';
import { thresholdText } from './threshold-text';

export type RuleDeeds = { readonly pause: DeedAction; readonly remove: DeedAction };

type Props = {
  readonly rules: readonly AlertRule[];
  readonly channels: readonly AlertChannel[];
  readonly deeds: RuleDeeds;
};

/** What is watched, with its thresholds in words, and whom it is told to. */
export function RuleList({ rules, channels, deeds }: Props) {
  const t = useTranslations('alerts');
  const region = useRegion();
  return (
    <ul className="divide-y divide-line">
      {rules.map((rule) => {
        const told = channels.filter(({ id }) => rule.channels.includes(id)).map(({ name }) => name);
        return (
          <li key={rule.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-80 space-y-0.5">
              <p className="flex flex-wrap items-center gap-2 text-body font-medium">
                <span className="[overflow-wrap:anywhere]">{rule.name}</span>
                {!rule.isActive && <Badge icon={Pause}>{t('rules.paused')}</Badge>}
              </p>
              {rule.name !== t(`kind.${rule.kind}`) && <p className="text-xs text-ink-2">{t(`kind.${rule.kind}`)}</p>}
              <p className="text-body">{thresholdText(t, rule, region)}</p>
              <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">
                {told.length > 0 ? t('rules.tells', { channels: told.join(', ') }) : t('rules.tellsNobody')}
                {rule.owner && ` · ${t('open.owner')}: ${rule.owner}`}
              </p>
            </div>
            <ForRight right="configure">
              <div className="flex flex-wrap items-start gap-2">
                <ButtonLink
                  href={`/settings/alerts/rule?id=${encodeURIComponent(rule.id)}`}
                  size="small"
                  aria-label={t('rules.editOf', { name: rule.name })}
                >
                  <Pencil aria-hidden /> {t('rules.edit')}
                </ButtonLink>
                <DeedForm action={deeds.pause} hidden={{ id: rule.id, change: rule.isActive ? 'pause' : 'resume' }}>
                  <DeedButton>
                    {rule.isActive ? <Pause aria-hidden /> : <Play aria-hidden />}
                    {rule.isActive ? t('rules.pause') : t('rules.resume')}
                  </DeedButton>
                </DeedForm>
                <Removal
                  id={rule.id}
                  remove={deeds.remove}
                  words={{
                    open: t('rules.delete'),
                    about: t('rules.deleteAbout'),
                    does: t('rules.deleteDo', { name: rule.name }),
                  }}
                />
              </div>
            </ForRight>
          </li>
        );
      })}
    </ul>
  );
}
