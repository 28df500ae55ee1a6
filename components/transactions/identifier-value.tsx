import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';

type Props = { readonly value: string; readonly label: string; readonly explorer?: string | null };

/** An id exactly as the provider wrote it, never shortened, with copy and the explorer's page where there is one. */
export function IdentifierValue({ value, label, explorer }: Props) {
  return (
    <span className="flex min-w-0 items-start gap-1">
      <span className="min-w-0 flex-1 pt-0.5 font-mono text-xs break-all text-ink">{value}</span>
      {explorer && <ExplorerLink explorer={explorer} label={label} />}
      <CopyButton value={value} label={label} />
    </span>
  );
}

/** By itself, since a masked value is drawn in the browser, which is not told these words, and has no such page. */
function ExplorerLink({ explorer, label }: { readonly explorer: string; readonly label: string }) {
  const t = useTranslations('payment.identifiers');
  const { host } = new URL(explorer);
  return (
    <a
      href={explorer}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('open', { label, host })}
      title={t('openOn', { host })}
      className="inline-grid size-6 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
    >
      <ExternalLink aria-hidden className="size-3.5" />
    </a>
  );
}
