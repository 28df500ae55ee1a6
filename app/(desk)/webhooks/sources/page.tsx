import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { Alert } from '@/components/ui/alert';
import { JunoWebhooks } from '@/components/webhooks/juno-webhooks';
import { SourceCard } from '@/components/webhooks/source-card';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { may } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { junoCallback } from '@/lib/juno-webhooks';
import { displayZone } from '@/lib/preferences';
import { junoClient, missingFor } from '@/lib/provider-clients';
import { callbackProblem } from '@/lib/providers/juno/callback';
import { reportSources } from '@/lib/source-report';

import { manageJunoWebhooks } from './actions';

export const metadata: Metadata = { title: 'Sources' };

/** Who posts to the desk: how each is set up, believed and doing. */
export default async function SourcesPage() {
  const viewer = await requireRight('browse');
  const now = new Date();
  const [sources, zone] = await Promise.all([reportSources(now), displayZone()]);
  return (
    <>
      <PageHeader title="Webhooks" description="Who posts here, how each is believed, and whether it is talking" />
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
      <p className="mt-4 text-xs text-ink-2">
        The state of keys is what the process that answered this page has asked and seen since it started; another
        process of the same desk asks for itself.
      </p>
    </>
  );
}

function JunoRegistration() {
  if (!junoClient()) {
    return (
      <p className="text-body text-ink-2">
        Set {missingFor('juno')} to see and change here what Juno posts to. Until then Juno has to be asked.
      </p>
    );
  }
  const address = junoCallback();
  return <JunoWebhooks address={address} problem={callbackProblem(address)} action={manageJunoWebhooks} />;
}

function LocalMode({ hasProduction }: { readonly hasProduction: boolean }) {
  return (
    <Alert tone={hasProduction ? 'negative' : 'caution'} title="Local mode" className="mb-4">
      Unsigned deliveries from this machine are taken as genuine. Set CONCILIA_MODE=production before real money is
      behind a source.
    </Alert>
  );
}
