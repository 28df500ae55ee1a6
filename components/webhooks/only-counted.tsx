import { Alert } from '@/components/ui/alert';
import { REFUSAL_CAUSES, type RefusalCause, type RefusalTotals } from '@/lib/events/refusal';
import { formatCount } from '@/lib/format';

const CAUSE_WORDS = {
  no_proof: 'without proof',
  too_large: 'too large',
  unknown_source: 'to an unknown address',
} as const satisfies Record<RefusalCause, string>;

/** Refusals past the bounds of the log: how many, and why nobody can look at them. */
export function OnlyCounted({ counts }: { readonly counts: RefusalTotals['onlyCounted'] }) {
  const causes = REFUSAL_CAUSES.filter((cause) => counts[cause] > 0);
  if (causes.length === 0) return null;
  const total = causes.reduce((sum, cause) => sum + counts[cause], 0);
  const each = causes.map((cause) => `${formatCount(counts[cause])} ${CAUSE_WORDS[cause]}`).join(', ');
  return (
    <Alert
      tone="caution"
      title={`In the last 24 h another ${formatCount(total)} ${total === 1 ? 'was' : 'were'} refused and only counted`}
    >
      {each}. More came than this log takes in a minute, or it is full; it is bounded so that nobody can fill the disk
      with it. They were answered 503, so a provider would send its own again.
    </Alert>
  );
}
