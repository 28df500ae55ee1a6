import { useTranslations } from 'next-intl';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import type { RuleVersion } from '@/lib/reconciliation/rule-version';
import type { TimeZone } from '@/lib/time-zones';
import { RuleSentence } from './rule-sentence';

type Props = { readonly versions: readonly RuleVersion[]; readonly zone: TimeZone };

/** Every version of a rule, the latest first, with who made it and why. */
export function RuleHistory({ versions, zone }: Props) {
  const t = useTranslations('rules');
  return (
    <ol aria-label={t('history.list')} className="list-none space-y-4">
      {versions.map(({ rule, version, settings, note, madeBy, madeAt }, at) => (
        <li key={version} className="border-l-2 border-line pl-3 text-body">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{t('history.version', { version })}</span>
            {at === 0 && <Badge tone="positive">{t('history.inForce')}</Badge>}
            {!settings.isOn && <Badge tone="caution">{t('history.off')}</Badge>}
            {!settings.isAutomatic && <Badge>{t('history.onlyProposes')}</Badge>}
          </p>
          <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
            {madeBy ?? t('history.builtIn')} · <Instant at={madeAt} zone={zone} />
          </p>
          {note && <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{note}</p>}
          <p className="text-xs text-ink-2">
            <RuleSentence rule={rule} settings={settings} />
          </p>
        </li>
      ))}
    </ol>
  );
}
