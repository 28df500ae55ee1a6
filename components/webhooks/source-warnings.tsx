import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Alert } from '@/components/ui/alert';
import { formatLag } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import { isProvable } from '@/lib/providers/proof-lines';
import type { SourceReport } from '@/lib/reported-source';
import { isUnusuallySilent, usualWithin } from '@/lib/rhythm';

type Warning = { readonly title: string; readonly text: string; readonly isSerious: boolean };

/** What a person should look at, most pressing first. */
export function SourceWarnings({ source, now }: { readonly source: SourceReport; readonly now: Date }) {
  const warnings = warningsOf(source, now, useRegion(), useTranslations('acknowledgements'));
  if (warnings.length === 0) return null;
  return (
    <ul className="space-y-2">
      {warnings.map(({ title, text, isSerious }) => (
        <li key={title}>
          <Alert tone={isSerious ? 'negative' : 'caution'} title={title}>
            {text}
          </Alert>
        </li>
      ))}
    </ul>
  );
}

function warningsOf(source: SourceReport, now: Date, region: Region, t: Translator<'acknowledgements'>): Warning[] {
  const silentMs = source.lastReceivedAt && +now - +source.lastReceivedAt;
  const usual = silentMs === null ? null : usualWithin(source.rhythm, silentMs);
  const warnings: (Warning | false)[] = [
    silentMs !== null &&
      usual !== null &&
      isUnusuallySilent(source.rhythm, silentMs) && {
        title: t('sources.warning.silent', { lag: formatLag(silentMs, region) }),
        text: t('sources.warning.silentText', { usual: String(Math.round(usual)) }),
        isSerious: true,
      },
    !isProvable(source.proofs) && {
      title: t('sources.warning.noProof'),
      text: t('sources.warning.noProofText'),
      isSerious: !source.isLocal,
    },
  ];
  return warnings.filter((warning) => warning !== false);
}
