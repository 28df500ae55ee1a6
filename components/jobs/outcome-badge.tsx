import { CircleAlert, CircleCheck, CircleX, LoaderCircle, type LucideIcon, Unplug, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { JobOutcome } from '@/lib/jobs/job';

type Look = { readonly tone: Tone; readonly icon: LucideIcon };

const LOOKS = {
  done: { tone: 'positive', icon: CircleCheck },
  partial: { tone: 'caution', icon: CircleAlert },
  failed: { tone: 'negative', icon: CircleX },
  not_set_up: { tone: 'neutral', icon: Unplug },
  interrupted: { tone: 'caution', icon: Zap },
  running: { tone: 'progress', icon: LoaderCircle },
} as const satisfies Record<JobOutcome | 'running', Look>;

/** How a run ended; `null` while it is under way. */
export function OutcomeBadge({ outcome }: { readonly outcome: JobOutcome | null }) {
  const t = useTranslations('jobs');
  const name = outcome ?? 'running';
  const { tone, icon } = LOOKS[name];
  return (
    <Badge icon={icon} tone={tone} title={t(`outcome.${name}.title`)}>
      {t(`outcome.${name}.label`)}
    </Badge>
  );
}
