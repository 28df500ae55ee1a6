import { CircleAlert, CircleCheck, CircleX, LoaderCircle, type LucideIcon, Unplug, Zap } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { JobOutcome } from '@/lib/jobs/job';

type Words = { readonly label: string; readonly title: string; readonly tone: Tone; readonly icon: LucideIcon };

export const OUTCOME_WORDS = {
  done: { label: 'Done', title: 'It did all it had to', tone: 'positive', icon: CircleCheck },
  partial: { label: 'Partly done', title: 'The summary says what was not done', tone: 'caution', icon: CircleAlert },
  failed: { label: 'Failed', title: 'It broke off; the next time it begins anew', tone: 'negative', icon: CircleX },
  not_set_up: { label: 'Not set up', title: 'The summary names the settings', tone: 'neutral', icon: Unplug },
  interrupted: { label: 'Interrupted', title: 'Its process ended before it was done', tone: 'caution', icon: Zap },
} as const satisfies Record<JobOutcome, Words>;

const RUNNING: Words = { label: 'Running', title: 'It is under way', tone: 'progress', icon: LoaderCircle };

/** How a run ended; `null` while it is under way. */
export function OutcomeBadge({ outcome }: { readonly outcome: JobOutcome | null }) {
  const { label, title, tone, icon } = outcome ? OUTCOME_WORDS[outcome] : RUNNING;
  return (
    <Badge icon={icon} tone={tone} title={title}>
      {label}
    </Badge>
  );
}
