import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { type Kind, PROVIDER_FULL_NAMES, PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';

/** "Juno · Issuance": who says it, and what kind of payment it is. */
export function KindLabel({
  provider,
  kind,
  className,
}: {
  readonly provider: Provider;
  readonly kind: Kind;
  readonly className?: string;
}) {
  const t = useTranslations('words');
  return (
    <span className={classNames('whitespace-nowrap', className)} title={PROVIDER_FULL_NAMES[provider]}>
      <span className="font-medium text-ink">{PROVIDER_LABELS[provider]}</span>
      <span className="text-ink-2"> · {t(`kind.${kind}`)}</span>
    </span>
  );
}
