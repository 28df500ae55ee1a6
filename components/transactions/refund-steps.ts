import type { RefundStep } from '@/lib/events/event';
import { type Said, said } from '@/lib/language/said';
import type { Kind } from '@/lib/providers/catalogue';

/** The steps that have words of their own. */
const KNOWN_STEPS = [
  'SPEI_WITHDRAWAL',
  'TOKEN_MINT',
  'TOKEN_TRANSFER',
  'TOKEN_DEPOSIT',
  'FIAT_WITHDRAWAL',
  'REFUND',
] as const;

/** What each step of a refund does, in plain words; the provider's name stands small beside it. */
export function stepWords(step: string, kind: Kind): Said {
  if (step === 'BITSO_TRANSFER') return transferWords(kind);
  const known = KNOWN_STEPS.find((one) => one === step);
  return known ? said(`payment.step.${known}`) : said('payment.step.unknown');
}

/** Juno uses one name for two ways, by what is refunded. */
function transferWords(kind: Kind): Said {
  if (kind === 'issuance') return said('payment.step.fromDeposit');
  return kind === 'redemption' ? said('payment.step.toJuno') : said('payment.step.insideBitso');
}

/** Why a step has no id. Providers fill it in once the operation behind the step reports; a failed one may have none. */
export function missingIdWords({ status }: RefundStep): Said {
  return said(`payment.stepId.${status}`);
}
