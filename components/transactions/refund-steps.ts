import type { RefundStep } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import type { Kind } from '@/lib/providers/catalogue';

/** What each step of a refund does, in plain words; the provider's name stands small beside it. */
const STEP_WORDS: Readonly<Record<string, string>> = {
  SPEI_WITHDRAWAL: 'Sending the money back to the sender by SPEI',
  TOKEN_MINT: 'Minting the tokens again',
  TOKEN_TRANSFER: 'Sending the tokens to the user’s address',
  TOKEN_DEPOSIT: 'Putting the tokens back into the Juno balance',
  FIAT_WITHDRAWAL: 'Sending the money back by a withdrawal of its own',
  REFUND: 'Returning the money of the failed PIX',
};

/** Juno uses one name for two ways, by what is refunded. */
const BITSO_TRANSFER: Readonly<Partial<Record<Kind, string>>> = {
  issuance: 'Moving the money from the deposit CLABE to the NVIO account',
  redemption: 'Moving the money from the NVIO account back to Juno',
};

export function stepWords(step: string, kind: Kind): string {
  if (step === 'BITSO_TRANSFER') return BITSO_TRANSFER[kind] ?? 'Moving the money inside Bitso';
  return Object.hasOwn(STEP_WORDS, step) ? (STEP_WORDS[step] as string) : 'A step that the desk does not know';
}

/** Why a step has no id. Providers fill it in once the operation behind the step reports; a failed one may have none. */
const WITHOUT_ID = {
  pending: 'waiting for id',
  processing: 'waiting for id',
  completed: 'id not told yet',
  failed: 'no id expected',
} as const satisfies Record<RefundStatus, string>;

export function missingIdWords({ status }: RefundStep): string {
  return WITHOUT_ID[status];
}
