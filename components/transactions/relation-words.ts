import { type Said, said } from '@/lib/language/said';
import type { RelationName } from '@/lib/transactions/detail';

/** How the other belongs to this one, seen from this one. */
export function relationWords(relation: RelationName): Said {
  return said(`payment.relation.${relation}`);
}
