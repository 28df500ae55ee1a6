import { getTranslations } from 'next-intl/server';
import { Alert } from '@/components/ui/alert';
import { formatLag } from '@/lib/format';
import { lateSources } from '@/lib/late-sources';
import { displayRegion } from '@/lib/preferences';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';

type Props = {
  readonly now: Date;
  /** The providers that the list shows; empty for all. */
  readonly providers: readonly string[];
};

/** Names a source that is quiet for longer than usual: what it did not send is not in the list. */
export async function LateNotice({ now, providers }: Props) {
  const late = (await lateSources(now)).filter(
    ({ provider }) =>
      !providers.includes(`!${provider}`) &&
      (providers.every((one) => one.startsWith('!')) || providers.includes(provider)),
  );
  if (late.length === 0) return null;
  const t = await getTranslations('transactions');
  const region = await displayRegion();
  return (
    <Alert tone="caution" title={t('late.title')} className="mb-4">
      <ul>
        {late.map(({ provider, silentMs, usual }) => (
          <li key={provider}>
            {t('late.source', {
              provider: PROVIDER_LABELS[provider],
              lag: formatLag(silentMs, region),
              usual: Math.round(usual),
            })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
