import type { Translator } from '@/lib/language/catalogue';
import type { Reason } from '@/lib/reconciliation/reason';

/** Reasons of which a third thing is worth trying. */
const WITH_THIRD = [
  'missing_at_bank',
  'missing_at_provider',
  'amount_differs',
  'id_equal_amount_differs',
] as const satisfies readonly Reason[];

/** What to do about a reason, in the order in which it is worth trying. */
export function adviceOf(reason: Reason, t: Translator<'exceptions'>): readonly string[] {
  const steps = [t(`advice.${reason}.first`), t(`advice.${reason}.second`)];
  const longer = WITH_THIRD.find((known) => known === reason);
  return longer ? [...steps, t(`advice.${longer}.third`)] : steps;
}
