import type { Said } from '@/lib/language/said';
import type { Resolution } from './reason';
import { REMAINDER_REASONS } from './running-sum';

/** What people do about exceptions: pure words and bounds, safe for the browser. */

/** What became of one of several exceptions; `refused` says why, `waiting` is for a second person. */
export type Worked = {
  readonly id: string;
  readonly outcome: 'done' | 'waiting' | 'unchanged' | 'unknown' | 'refused';
  readonly why?: Said;
};

/** More are not changed in one go. */
export const MAX_WORKED = 1_000;

/** What a person may choose when several are resolved at once; the desk itself says `itself`, the workbench `matched`. */
export const BULK_RESOLUTIONS = [...REMAINDER_REASONS, 'ignored'] as const satisfies readonly Resolution[];
export type BulkResolution = (typeof BULK_RESOLUTIONS)[number];

export function isBulkResolution(text: string): text is BulkResolution {
  return BULK_RESOLUTIONS.some((known) => known === text);
}
