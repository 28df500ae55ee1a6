import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  CircleQuestionMark,
  CircleX,
  CornerDownLeft,
  type LucideIcon,
  RotateCcw,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { Status } from '@/lib/events/status';

/** Each state has its own icon and word; the tone only groups them. */
export const STATUS_LOOKS = {
  pending: { icon: CircleDashed, tone: 'neutral' },
  processing: { icon: CircleDotDashed, tone: 'progress' },
  completed: { icon: CircleCheck, tone: 'positive' },
  blocked: { icon: Ban, tone: 'caution' },
  failed: { icon: CircleX, tone: 'negative' },
  failed_returning: { icon: Undo2, tone: 'caution' },
  failed_returned: { icon: CornerDownLeft, tone: 'neutral' },
  failed_stuck: { icon: TriangleAlert, tone: 'negative' },
  returned: { icon: CornerDownLeft, tone: 'neutral' },
  reversed: { icon: RotateCcw, tone: 'negative' },
  partly_reversed: { icon: RotateCcw, tone: 'caution' },
  unrecognised: { icon: CircleQuestionMark, tone: 'caution' },
} as const satisfies Record<Status, { icon: LucideIcon; tone: Tone }>;

/** A state as icon and word, with the provider's own word in the title. */
export function StatusBadge({
  status,
  providerStatus,
}: {
  readonly status: Status;
  readonly providerStatus?: string | null;
}) {
  const t = useTranslations('words');
  const { icon, tone } = STATUS_LOOKS[status];
  const title = providerStatus ? t('providerSays', { word: providerStatus }) : t('providerSilent');
  return (
    <Badge icon={icon} tone={tone} title={providerStatus === undefined ? undefined : title}>
      {t(`status.${status}`)}
    </Badge>
  );
}
