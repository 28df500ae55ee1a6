import type { Corrected } from '@/lib/reconciliation/line-correction';

/** Why lines were not corrected, in words. */
export function correctionRefusal({ outcome }: Exclude<Corrected, { outcome: 'corrected' }>): string {
  return REFUSALS[outcome];
}

const REFUSALS = {
  unchanged: 'It is read so already.',
  not_found: 'A line is gone: its statement may have been taken back.',
  matched: 'A line that is matched is not corrected: undo its match first.',
  not_latest: 'It was corrected again since: undo the latest correction first.',
} as const satisfies Record<Exclude<Corrected['outcome'], 'corrected'>, string>;
