import type { Facts, PaymentEvent } from '@/lib/events/event';
import { personalKind } from './masking';
import { seen } from './seen';

/** Who somebody is to the provider: no name, but theirs alone. */
const OWN_REFERENCES: ReadonlySet<string> = new Set(['end_user_id', 'account_id']);

/**
 * An event without the person it tells of: names, accounts, tax ids and the provider's own number for them are left out,
 * and whatever of the kind stands inside another text is masked. What the books need stays: amounts, states, times, the
 * rail's ids of the payment, the company's own reference. Pure.
 */
export function withoutPerson({ facts, ...event }: PaymentEvent): PaymentEvent {
  const { endUser: _, identifiers, details, ...others } = facts;
  const kept = identifiers?.filter(({ kind }) => personalKind(kind) === null && !OWN_REFERENCES.has(kind));
  const told = Object.entries(details ?? {}).filter(([name]) => personalKind(name) === null);
  const impersonal: Facts = {
    ...others,
    ...(kept && { identifiers: kept }),
    ...(details && { details: Object.fromEntries(told) }),
  };
  return seen('masked', { ...event, facts: impersonal });
}
