import { said } from '@/lib/language/said';
import { instantOfText, instantOfUnixMillis } from '@/lib/providers/clock';
import { notUnderstood } from '@/lib/providers/diagnosis';
import { type Json, LosslessNumber } from '@/lib/providers/json';
import type { FeedEvent } from '@/lib/providers/listing';
import { rowObject } from '@/lib/providers/paging';
import { isPlainObject } from '@/lib/providers/wire';

type Members = { readonly [name: string]: Json };

/**
 * An event as BRLA's v1 list has it: what its webhook would have brought, and `acknowledged`. A row that does not say
 * counts as not acknowledged, which is what was asked for. `call` names the list in messages. Throws `not_understood`
 * for a row without an id or a subscription, or with an `acknowledged` that is neither true nor false.
 */
export function brlaFeedEvent(call: string, row: Uint8Array<ArrayBuffer>): FeedEvent {
  const event = rowObject(call, row);
  const eventId = neededText(call, event, 'id');
  const isAcknowledged = event.acknowledged ?? false;
  if (typeof isAcknowledged !== 'boolean') throw notUnderstood(call, said('proof.what.eventAcknowledged'));
  return {
    eventId,
    confirmId: eventId,
    account: textIn(event, 'subaccountId') ?? textIn(event, 'userId'),
    subscription: neededText(call, event, 'subscription'),
    operationId: operationIn(event),
    happenedAt: instantOf(event.createdAt),
    isAcknowledged,
    body: row,
  };
}

/** One attempt of Avenia's to deliver an event. Only its filters are documented: the spellings are those they use. */
export type Attempt = {
  readonly id: string;
  readonly eventId: string;
  readonly createdAt: string | null;
  readonly isAcknowledged: boolean;
};

/** Throws `not_understood` for an attempt without an id of its own or of its event. */
export function attemptOf(call: string, row: Uint8Array<ArrayBuffer>): Attempt {
  const attempt = rowObject(call, row);
  const event = attempt.event ?? null;
  const eventId =
    textIn(attempt, 'webhookEventId') ?? textIn(attempt, 'eventId') ?? (isPlainObject(event) && textIn(event, 'id'));
  if (!eventId) throw notUnderstood(call, said('proof.what.attempt'));
  return {
    id: neededText(call, attempt, 'id'),
    eventId,
    createdAt: instantOf(attempt.createdAt),
    isAcknowledged: attempt.acknowledged === true,
  };
}

/** The event of an attempt as Avenia answers it alone: at the top, or in an `event`. */
export function aveniaFeedEvent(call: string, attempt: Attempt, body: Uint8Array<ArrayBuffer>): FeedEvent {
  const outer = rowObject(call, body);
  const inner = outer.event ?? null;
  const event = isPlainObject(inner) ? inner : outer;
  return {
    eventId: attempt.eventId,
    confirmId: attempt.id,
    account: textIn(event, 'subAccountId') ?? textIn(event, 'accountId'),
    subscription: neededText(call, event, 'subscription'),
    operationId: operationIn(event),
    happenedAt: instantOf(event.createdAt) ?? attempt.createdAt,
    isAcknowledged: attempt.isAcknowledged,
    body,
  };
}

/** `data.id`, or where Avenia wraps it `data.ticket.id`. */
function operationIn(event: Members): string | null {
  const data = event.data ?? null;
  if (!isPlainObject(data)) return null;
  const ticket = data.ticket ?? null;
  return textIn(isPlainObject(ticket) ? ticket : data, 'id');
}

function textIn(members: Members, name: string): string | null {
  const value = members[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function neededText(call: string, members: Members, name: string): string {
  const found = textIn(members, name);
  if (found !== null) return found;
  throw notUnderstood(call, said('proof.what.eventMember', { name }));
}

/** UNIX milliseconds or ISO 8601; `null` for anything else. */
function instantOf(value: Json | undefined): string | null {
  if (value instanceof LosslessNumber) return instantOfUnixMillis(value.value);
  return typeof value === 'string' ? instantOfText(value) : null;
}
