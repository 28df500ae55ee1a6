import { FlaskConical, Landmark, Laptop } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import {
  ENVIRONMENT_LABELS,
  type Environment,
  PROVIDER_LABELS,
  PROVIDERS,
  type Provider,
} from '@/lib/providers/catalogue';

export { ENVIRONMENT_LABELS };

type Props = { readonly environments: Readonly<Record<Provider, Environment>>; readonly isLocal: boolean };

/** Whether real money is behind the sources, and, on a screen of any width, whether this desk is only a local one. */
export function EnvironmentBadges({ environments, isLocal }: Props) {
  const distinct = new Set(PROVIDERS.map((provider) => environments[provider]));
  const hasProduction = distinct.has('production');
  const each = PROVIDERS.map(
    (provider) => `${PROVIDER_LABELS[provider]}: ${ENVIRONMENT_LABELS[environments[provider]]}`,
  ).join(' · ');
  return (
    <div className="flex items-center gap-1.5">
      <Badge icon={hasProduction ? Landmark : FlaskConical} title={each} className="max-md:hidden">
        <span className="max-lg:sr-only">
          {distinct.size > 1 ? 'Production and stage' : hasProduction ? 'Production' : 'Stage'}
        </span>
      </Badge>
      {isLocal && (
        <Badge
          icon={Laptop}
          tone="caution"
          title="Unsigned deliveries from this machine are accepted. Never run a real desk in this mode."
        >
          <span className="max-lg:sr-only">Local mode</span>
        </Badge>
      )}
    </div>
  );
}
