import { type Said, said } from '@/lib/language/said';
import type { Corrected } from '@/lib/reconciliation/line-correction';

/** Why lines were not corrected. */
export function whyNotCorrected({ outcome }: Exclude<Corrected, { outcome: 'corrected' }>): Said {
  return said(`reconciliation.correction.${outcome}`);
}
