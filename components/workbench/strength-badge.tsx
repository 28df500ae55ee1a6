import { Badge } from '@/components/ui/badge';
import type { Strength } from '@/lib/reconciliation/view';
import { STRENGTH_LOOKS } from './criteria-words';

/** How strongly a line and a payment belong together, in a word; how many others are as good. */
export function StrengthBadge({ strength, rivals }: { readonly strength: Strength | null; readonly rivals: number }) {
  if (!strength) return <Badge title="Too little agrees for a proposal">No proposal</Badge>;
  const { words, tone, means } = STRENGTH_LOOKS[strength];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Badge tone={tone} title={means}>
        {words}
      </Badge>
      {rivals > 0 && (
        <span className="text-xs whitespace-nowrap text-caution">
          {rivals} {rivals === 1 ? 'rival' : 'rivals'}
        </span>
      )}
    </span>
  );
}
