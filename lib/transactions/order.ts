import { EVENT_TYPES, type PaymentEvent } from '@/lib/events/event';
import { PROGRESS, rankOf } from '@/lib/events/status';
import { refundProgress } from './refund';

/**
 * The one order of a transaction's events: what messages told, then what a list told, which only fills; in each, the
 * provider's clock; at equal times the state that is further along, then the refund that is further along, then the
 * event id (a content fingerprint where the provider has no ids). Total and independent of arrival, so every replay
 * agrees.
 */
export function inOrder(events: Iterable<PaymentEvent>): PaymentEvent[] {
  return [...events].sort(compareEvents);
}

export function compareEvents(a: PaymentEvent, b: PaymentEvent): number {
  return (
    Number(a.isListed === true) - Number(b.isListed === true) ||
    compareText(clockKey(a.occurredAt), clockKey(b.occurredAt)) ||
    progressOf(a) - progressOf(b) ||
    compareNumbers(refundProgress(a), refundProgress(b)) ||
    compareText(a.id, b.id)
  );
}

/** Instants of unequal precision compare as text once the fraction has a fixed width. */
export function clockKey(instant: string): string {
  const match = /^(.*?)(?:\.(\d+))?Z$/.exec(instant);
  return match ? `${match[1]}.${(match[2] ?? '').padEnd(9, '0')}` : instant;
}

function progressOf(event: PaymentEvent): number {
  return rankOf(PROGRESS, EVENT_TYPES[event.type]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
