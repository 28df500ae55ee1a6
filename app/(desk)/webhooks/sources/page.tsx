import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { useReader } from '@/components/language/reader';
import { PageHeader } from '@/components/layout/page-header';
import { Alert } from '@/components/ui/alert';
import { JunoWebhooks } from '@/components/webhooks/juno-webhooks';
import { SourceCard } from '@/components/webhooks/source-card';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { may } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { junoCallback } from '@/lib/juno-webhooks';
import { spoken } from '@/lib/language/said';
import { displayZone } from '@/lib/preferences';
import { junoClient, neededFor } from '@/lib/provider-clients';
import { callbackFault } from '@/lib/providers/juno/callback';
import { reportSources } from '@/lib/source-report';

import { manageJunoWebhooks } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('acknowledgements');
  return { title: t('sources.title') };
}

/** Who posts to the desk: how each is set up, believed and doing. */
export default async function SourcesPage() {
  const viewer = await requireRight('browse');
  const now = new Date();
  const [sources, zone, t] = await Promise.all([
    reportSources(now),
    displayZone(),
    getTranslations('acknowledgements'),
  ]);
  return (
    <Messages rooms={['acknowledgements']}>
      <PageHeader title={t('webhooks')} description={t('sources.description')} />
      <WebhookTabs current="sources" className="mb-4" />
      {sources.some(({ isLocal }) => isLocal) && (
        <LocalMode hasProduction={sources.some(({ environment }) => environment === 'production')} />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-3">
        {sources.map((source) => (
          <SourceCard
            key={source.provider}
            source={source}
            now={now}
            zone={zone}
            registration={source.provider === 'juno' && may(viewer, 'repair') ? <JunoRegistration /> : undefined}
          />
        ))}
      </div>
      <p className="mt-4 text-xs text-ink-2">{t('sources.keysNote')}</p>
    </Messages>
  );
}

function JunoRegistration() {
  const t = useTranslations('acknowledgements');
  const reader = useReader();
  if (!junoClient()) {
    return (
      <p className="text-body text-ink-2">{t('sources.junoUnset', { missing: spoken(neededFor('juno'), reader) })}</p>
    );
  }
  const address = junoCallback();
  const fault = callbackFault(address);
  const problem = fault === null || typeof fault === 'string' ? fault : spoken(fault, reader);
  return <JunoWebhooks address={address} problem={problem} action={manageJunoWebhooks} />;
}

function LocalMode({ hasProduction }: { readonly hasProduction: boolean }) {
  const t = useTranslations('acknowledgements');
  return (
    <Alert tone={hasProduction ? 'negative' : 'caution'} title={t('sources.localMode')} className="mb-4">
      {t('sources.localModeText')}
    </Alert>
  );
}
