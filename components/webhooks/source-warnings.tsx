import { Alert } from '@/components/ui/alert';
import { formatLag } from '@/lib/format';
import { isProvable } from '@/lib/providers/proof-lines';
import type { SourceReport } from '@/lib/reported-source';
import { isUnusuallySilent, usualWithin } from '@/lib/rhythm';

type Warning = { readonly title: string; readonly text: string; readonly isSerious: boolean };

/** What a person should look at, most pressing first. */
export function SourceWarnings({ source, now }: { readonly source: SourceReport; readonly now: Date }) {
  const warnings = warningsOf(source, now);
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

function warningsOf(source: SourceReport, now: Date): Warning[] {
  const silentMs = source.lastReceivedAt && +now - +source.lastReceivedAt;
  const usual = silentMs === null ? null : usualWithin(source.rhythm, silentMs);
  const warnings: (Warning | false)[] = [
    silentMs !== null &&
      usual !== null &&
      isUnusuallySilent(source.rhythm, silentMs) && {
        title: `Silent for ${formatLag(silentMs)}, longer than usual`,
        text: `About ${Math.round(usual)} deliveries usually come in that time. Check the address registered at the provider, and the log of the proxy in front.`,
        isSerious: true,
      },
    !isProvable(source.proofs) && {
      title: 'No proof is set up',
      text: 'Set RIPIO_WEBHOOK_PROOF to ecdsa, hmac or path-secret: without it the desk does not start in production.',
      isSerious: !source.isLocal,
    },
  ];
  return warnings.filter((warning) => warning !== false);
}
