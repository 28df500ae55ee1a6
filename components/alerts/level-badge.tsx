import { CircleAlert, OctagonAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Level } from '@/lib/alerts/rule';

/** How far an alert has gone: an icon and a word. */
export function LevelBadge({ level }: { readonly level: Level }) {
  const t = useTranslations('alerts');
  return (
    <Badge icon={level === 'urgent' ? OctagonAlert : CircleAlert} tone={level === 'urgent' ? 'negative' : 'caution'}>
      {t(`level.${level}`)}
    </Badge>
  );
}
