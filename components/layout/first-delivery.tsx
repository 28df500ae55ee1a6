import { Inbox } from 'lucide-react';
import { CodeBlock } from '@/components/ui/code-block';
import { EmptyState } from '@/components/ui/empty-state';

const SAMPLE = `{"event":"TRANSACTION","payload":{"type":"ISSUANCE","status":"COMPLETE",
  "id":"5c2f7a80-0000-4000-8000-000000000001","external_ref":"first-payment",
  "created_at":"2026-01-15T15:19:22Z","updated_at":"2026-01-15T15:20:14Z",
  "issuance":{"network":"ARBITRUM","method":"SPEI",
  "amount":"1500.00","asset":"MXN"}}}`;

/** Nothing was ever received: what this desk is, and how to send it a first webhook. */
export function FirstDelivery({ appUrl }: { readonly appUrl: string }) {
  const code = [
    `curl -X POST ${appUrl.replace(/\/$/, '')}/api/webhooks/juno \\`,
    "  -H 'content-type: application/json' \\",
    `  -d '${SAMPLE}'`,
  ].join('\n');
  return (
    <EmptyState icon={Inbox} title="No transactions yet">
      <p className="mb-4">
        Each payment appears here as soon as a provider posts about it. Point Juno, Ripio or BRLA at{' '}
        <code className="font-mono text-xs">/api/webhooks/&lt;provider&gt;</code>, or send a first one yourself:
      </p>
      <CodeBlock code={code} label="the command" />
    </EmptyState>
  );
}
