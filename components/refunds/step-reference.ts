import type { Refund } from '@/lib/refunds/refund';

/** The id of the last step that was told, by which one asks about it: there, still to come, or not to be expected. */
export type StepReference = {
  readonly state: 'available' | 'pending' | 'will_not_come';
  readonly step: string;
  readonly id: string | null;
};

/** `null` for a refund without steps. */
export function stepReference({ status, steps }: Pick<Refund, 'status' | 'steps'>): StepReference | null {
  const last = steps.at(-1);
  if (!last) return null;
  if (last.id !== null) return { state: 'available', step: last.step, id: last.id };
  const isOver = status === 'failed' || last.status === 'failed';
  return { state: isOver ? 'will_not_come' : 'pending', step: last.step, id: null };
}
