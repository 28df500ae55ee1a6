import type { RefundStep } from '@/lib/events/event';
import type { Translator } from '@/lib/language/catalogue';
import type { Kind } from '@/lib/providers/catalogue';

/** The steps that have words, by the provider's name. */
const KNOWN_STEPS = [
  'SPEI_WITHDRAWAL',
  'TOKEN_MINT',
  'TOKEN_TRANSFER',
  'TOKEN_DEPOSIT',
  'FIAT_WITHDRAWAL',
  'REFUND',
] as const;

/** What each step of a refund does, in plain words; the provider's name stands small beside it. */
export function stepWords(step: string, kind: Kind, t: Translator<'refunds'>): string {
  if (step === 'BITSO_TRANSFER') {
    // Juno uses one name for two ways, by what is refunded.
    return t(`bitsoTransfer.${kind === 'issuance' || kind === 'redemption' ? kind : 'other'}`);
  }
  return t(`step.${KNOWN_STEPS.find((known) => known === step) ?? 'unknown'}`);
}

/** Why a step has no id. Providers fill it in once the operation behind the step reports; a failed one may have none. */
export function missingIdWords({ status }: Pick<RefundStep, 'status'>, t: Translator<'refunds'>): string {
  return t(`missingId.${status}`);
}
