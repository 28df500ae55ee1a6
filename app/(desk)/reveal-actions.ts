'use server';

import { getTranslations } from 'next-intl/server';
import type { Revealed } from '@/components/access/masked';
import { maskText } from '@/lib/access/masking-text';
import { may } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { type MaskedOf, personalValue } from '@/lib/reveal';

const SHORTEST_REASON = 5;
const LONGEST_REASON = 300;

/** One masked value for a reason. Nothing is shown that was not logged first; the log has the field, never the value. */
export async function revealValue(of: MaskedOf, field: string, reason: string): Promise<Revealed> {
  const viewer = await requireRight('reveal');
  const t = await getTranslations('reveal');
  const why = typeof reason === 'string' ? reason.trim() : '';
  if (why.length < SHORTEST_REASON || why.length > LONGEST_REASON) return { problem: t('tooShort') };
  // Lines stand on pages that not everybody may open.
  const maySee = isOf(of) && (of.kind === 'transaction' || may(viewer, 'browse'));
  if (!maySee || typeof field !== 'string') return { problem: t('notThere') };
  const value = await personalValue(of, field.slice(0, 60));
  if (value === null) return { problem: t('notThere') };
  await logged(viewer, {
    action: 'value_revealed',
    objectKind: of.kind,
    objectId: of.id,
    detail: { field, reason: maskText(why) },
  });
  return { value };
}

/** Actions are called with whatever somebody sends. */
function isOf(of: unknown): of is MaskedOf {
  if (typeof of !== 'object' || of === null || !('kind' in of) || !('id' in of)) return false;
  return (of.kind === 'transaction' || of.kind === 'line') && typeof of.id === 'string' && of.id.length <= 200;
}
