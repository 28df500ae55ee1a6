import type { KeptCause, RefusalRow } from '@/lib/events/refusal';
import type { MessageKey } from '@/lib/language/catalogue';
import { keptSaid } from '@/lib/language/said';

/** Why something was refused, as exactly as it is known; the messages `webhooks.because` say it and what to do. */
export type Because =
  | KeptCause
  | 'method'
  | 'sender'
  | 'address'
  | 'pathSecret'
  | 'headerTwice'
  | 'signature'
  | 'key'
  | 'unsigned';

type Finer = {
  readonly because: Because;
  readonly key: MessageKey;
  /** How the sentence reads that was kept before sentences were kept as data. */
  readonly once: RegExp;
};

/** What the sentence adds to a cause. */
const FINER: Partial<Record<KeptCause, readonly Finer[]>> = {
  unknown_source: [{ because: 'method', key: 'proof.refused.method', once: /^It came by / }],
  no_proof: [
    { because: 'sender', key: 'proof.refused.noPeer', once: /^The peer address is unknown/ },
    { because: 'address', key: 'proof.refused.notListed', once: /is not among the addresses configured/ },
    { because: 'pathSecret', key: 'proof.refused.pathSecret', once: /^The path after .* is not its secret/ },
    { because: 'headerTwice', key: 'proof.refused.headerTwice', once: /^The header .* came more than once/ },
    { because: 'signature', key: 'proof.refused.signature', once: /^The signature does not match/ },
    { because: 'key', key: 'proof.refused.unknownKey', once: /^The signature names a key that is unknown/ },
    { because: 'unsigned', key: 'proof.refused.unsigned', once: /^It is not signed/ },
  ],
};

/** The stored cause decides; the door's sentence only says it more exactly. */
export function becauseOf({ cause, reason }: Pick<RefusalRow, 'cause' | 'reason'>): Because {
  const kept = keptSaid(reason);
  const isMeant = ({ key, once }: Finer) => (typeof kept === 'string' ? once.test(kept) : kept.key === key);
  return FINER[cause]?.find(isMeant)?.because ?? cause;
}

/** Of these no next attempt is waited for: what sent them would send the same again. */
const FINAL: readonly Because[] = ['unknown_source', 'too_large', 'method', 'headerTwice'];

/** Whether it comes in by itself once its cause is mended. */
export function comesAgain(because: Because): boolean {
  return !FINAL.includes(because);
}
