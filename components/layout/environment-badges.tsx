import { FlaskConical, Landmark, Laptop } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Environment, PROVIDER_LABELS, PROVIDERS, type Provider } from '@/lib/providers/catalogue';

type Props = { readonly environments: Readonly<Record<Provider, Environment>>; readonly isLocal: boolean };

/** Whether real money is behind the sources, and, on a screen of any width, whether this desk is only a local one. */
export function EnvironmentBadges({ environments, isLocal }: Props) {
  const t = useTranslations('frame');
  const distinct = new Set(PROVIDERS.map((provider) => environments[provider]));
  const hasProduction = distinct.has('production');
  const each = PROVIDERS.map(
    (provider) => `${PROVIDER_LABELS[provider]}: ${t(`environment.${environments[provider]}`)}`,
  ).join(' · ');
  return (
    <div className="flex items-center gap-1.5">
      <Badge icon={hasProduction ? Landmark : FlaskConical} title={each} className="max-md:hidden">
        <span className="max-lg:sr-only">
          {t(`environment.${distinct.size > 1 ? 'both' : hasProduction ? 'production' : 'stage'}`)}
        </span>
      </Badge>
      {isLocal && (
        <Badge icon={Laptop} tone="caution" title={t('environment.localHint')}>
          <span className="max-lg:sr-only">{t('environment.local')}</span>
        </Badge>
      )}
    </div>
  );
}
