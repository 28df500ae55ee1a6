import { Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { EmptyState } from '@/components/ui/empty-state';

const SAMPLE = `{"event":"TRANSACTION","payload":{"type":"ISSUANCE","status":"COMPLETE",
  "id":"5c2f7a80-0000-4000-8000-000000000001","external_ref":"first-payment",
  "created_at":"2026-01-15T15:19:22Z","updated_at":"2026-01-15T15:20:14Z",
  "issuance":{"network":"ARBITRUM","method":"SPEI",
  "amount":"1500.00","asset":"MXN"}}}`;

/** Nothing was ever received: what this desk is, and how to send it a first webhook. */
export function FirstDelivery({ appUrl }: { readonly appUrl: string }) {
  const t = useTranslations('frame');
  const code = [
    `curl -X POST ${appUrl.replace(/\/$/, '')}/api/webhooks/juno \\`,
    "  -H 'content-type: application/json' \\",
    `  -d '${SAMPLE}'`,
  ].join('\n');
  return (
    <EmptyState icon={Inbox} title={t('first.title')}>
      <p className="mb-4">
        {t.rich('first.body', { code: (text) => <code className="font-mono text-xs">{text}</code> })}
      </p>
      <CodeBlock code={code} label={t('first.command')} />
    </EmptyState>
  );
}
