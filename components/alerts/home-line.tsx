import { Bell, BellRing } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { AlertCounts } from '@/lib/alerts/alert';

/** How many alerts stand, in a line; nothing where none does. */
export function AlertLine({ counts: { urgent, warning, snoozed } }: { readonly counts: AlertCounts }) {
  const t = useTranslations('alerts');
  if (urgent + warning + snoozed === 0) return null;
  const Icon = urgent > 0 ? BellRing : Bell;
  return (
    <Card className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-body">
      <Icon aria-hidden className={`size-4 shrink-0 ${urgent > 0 ? 'text-negative' : 'text-ink-2'}`} />
      <span className="min-w-0 flex-1">{t('home.counts', { count: urgent + warning, urgent, snoozed })}</span>
      <Link href="/settings/alerts" className="font-medium text-accent underline-offset-3 hover:underline">
        {t('home.look')}
      </Link>
    </Card>
  );
}
