import { z } from 'zod';
import type { EventType, PaymentEvent } from '@/lib/events/event';
import type { Reading } from '@/lib/providers/contract';
import { details, facts, identifiers, money, said } from '@/lib/providers/facts';
import { fingerprint, type Json } from '@/lib/providers/json';
import { judge, meaningOf, unknownWord, unrecognised } from '@/lib/providers/reading';
import * as wire from '@/lib/providers/wire';
import { currencyOf } from './operations';

/**
 * The webhook of Avenia (v2), BRLA's successor, which posts to the same address. Its envelope stands at the top or in an
 * `event`. Of a ticket only these members are known for sure, so each may be absent, and a flaw in one costs no other.
 * Amounts are decimal texts in whole units, never cents; of a number the unit would be a guess.
 */

const envelope = z.object({
  /** The event's own id, where there is one. */
  id: wire.otherId,
  subAccountId: wire.text,
  accountId: wire.text,
  subscription: wire.text,
});

const ticket = z.object({
  id: wire.otherId,
  status: wire.text,
  createdAt: wire.instant,
  updatedAt: wire.instant,
  externalId: wire.text,
  reason: wire.prose,
  failureReason: wire.prose,
  quote: wire.group({
    id: wire.otherId,
    inputAmount: wire.units,
    inputCurrency: wire.text,
    outputAmount: wire.units,
    outputCurrency: wire.text,
  }),
  /** Who paid in by PIX. */
  brazilianFiatSenderInfo: wire.group({ name: wire.text, taxId: wire.text, endToEndId: wire.text }),
  /** Who is paid by PIX. */
  brazilianFiatReceiverInfo: wire.group({ endToEndId: wire.text }),
  blockchainSenderInfo: wire.group({ walletAddress: wire.text, txHash: wire.text }),
  blockchainReceiverInfo: wire.group({ walletAddress: wire.text, walletChain: wire.text, txHash: wire.text }),
});

type Members = { readonly [name: string]: Json };
type Envelope = z.output<typeof envelope>;
type Ticket = z.output<typeof ticket>;

const STATUSES: Readonly<Record<string, EventType>> = {
  'ON-HOLD': 'Requested',
  PENDING: 'Requested',
  UNPAID: 'Requested',
  PROCESSING: 'Started',
  PAID: 'Completed',
  FAILED: 'Failed',
  'PARTIAL-FAILED': 'Failed',
};

/** Subscriptions that are known and not read, by what their messages are about. */
const UNREAD: Readonly<Record<string, string>> = { KYC: 'KYC', 'LIMIT-UPDATE': 'limit' };

/** Whether a body is Avenia's: it has a member that v1 never has, and not the three that v1 always has. */
export function isAvenia(body: Json): body is { [name: string]: Json } {
  if (!wire.isPlainObject(body)) return false;
  if (['id', 'createdAt', 'userId'].every((name) => Object.hasOwn(body, name))) return false;
  const isWrapped = wire.isPlainObject(body.event ?? null);
  return isWrapped || Object.hasOwn(body, 'subAccountId') || body.subscription === 'TICKET';
}

/** Avenia's words → ours: one event per message about a ticket; what else it says is unrecognised, with the reason. */
export function normaliseAvenia(body: Members): Reading {
  const event = body.event ?? null;
  const [outer, path] = wire.isPlainObject(event) ? ([event, 'event.'] as const) : ([body, ''] as const);
  const { told, flaws } = readEach(envelope, outer, path);
  const { subscription } = told;
  if (subscription === undefined)
    return unrecognised(`Avenia: ${flaws.get('subscription') ?? `${path}subscription is missing.`}`);
  const subject = meaningOf(UNREAD, subscription);
  if (subject) return unrecognised(`Avenia ${subscription}: the desk does not read ${subject} messages of Avenia yet.`);
  if (subscription !== 'TICKET') return unrecognised(`Avenia: ${unknownWord(`${path}subscription`, subscription)}`);
  return ticketReading(told, outer.data ?? null, `${path}data`, firstOf(flaws));
}

/** A ticket is all of `data`, or its member `ticket`. Without an id or a time there is nothing to hold on to. */
function ticketReading(outer: Envelope, data: Json, path: string, outerFlaw: string | undefined): Reading {
  const without = (lack: string) => unrecognised(`Avenia TICKET: ${lack}`);
  if (!wire.isPlainObject(data)) return without(`${path} ${data === null ? 'is missing' : 'is not an object'}.`);
  const inner = data.ticket ?? null;
  const [content, at] = wire.isPlainObject(inner) ? [inner, `${path}.ticket.`] : [data, `${path}.`];
  const { told, flaws } = readEach(ticket, content, at);
  const { id, status } = told;
  const occurredAt = told.updatedAt ?? told.createdAt;
  if (id === undefined) return without(flaws.get('id') ?? `${at}id is missing.`);
  if (occurredAt === undefined)
    return without(
      flaws.get('updatedAt') ?? flaws.get('createdAt') ?? `${at}updatedAt and ${at}createdAt are missing.`,
    );
  const type = meaningOf(STATUSES, status ?? '');
  const strange = status === undefined ? `${at}status is missing.` : unknownWord(`${at}status`, status);
  const doubt = outerFlaw ?? firstOf(flaws) ?? (type ? undefined : strange);
  const event: PaymentEvent = {
    id: `brla:${eventIdOf(outer, id) ?? fingerprint(data)}`,
    transactionId: `brla:${id}`,
    provider: 'brla',
    kind: 'ticket',
    type: type ?? 'Unrecognised',
    providerStatus: status ?? null,
    occurredAt,
    isEcho: false,
    facts: factsOf(outer, told),
  };
  return judge(event, doubt && `Avenia TICKET: ${doubt}`);
}

/** An id that is the ticket's too does not tell one event about it from the next. */
function eventIdOf(outer: Envelope, ticketId: string): string | undefined {
  return outer.id === ticketId ? undefined : outer.id;
}

function factsOf(outer: Envelope, told: Ticket): PaymentEvent['facts'] {
  const account = outer.subAccountId ?? outer.accountId;
  const { quote, brazilianFiatSenderInfo: payer, brazilianFiatReceiverInfo: payee } = told;
  const { blockchainSenderInfo: from, blockchainReceiverInfo: to } = told;
  return facts({
    createdAt: told.createdAt,
    amount: priced(quote?.inputAmount, quote?.inputCurrency),
    amountOut: priced(quote?.outputAmount, quote?.outputCurrency),
    network: to?.walletChain,
    externalRef: told.externalId,
    endUser: account,
    failure: said({ message: told.failureReason }),
    details: details({ sender_name: payer?.name, reason: told.reason }),
    identifiers: identifiers(
      ['provider_id', told.id],
      ['external_ref', told.externalId],
      ['account_id', account],
      ['quote_id', quote?.id],
      ['tax_id', payer?.taxId],
      ['e2e', payer?.endToEndId],
      ['e2e', payee?.endToEndId],
      ['source_address', from?.walletAddress],
      ['tx_hash', from?.txHash],
      ['destination_address', to?.walletAddress, to?.walletChain],
      ['tx_hash', to?.txHash, to?.walletChain],
    ),
  });
}

/** An amount whose currency is told; any other is left open. */
function priced(amount: string | undefined, currency: string | undefined) {
  return currency === undefined ? undefined : money(amount, currencyOf(currency));
}

/** Every member that can be read, and what is wrong with each of the others, by its name. */
function readEach<S extends z.ZodObject>(schema: S, value: Members, path: string) {
  const result = schema.safeParse(value);
  if (result.success) return { told: result.data, flaws: new Map<string, string>() };
  const flaws = new Map<string, string>();
  for (const issue of result.error.issues) {
    const name = String(issue.path[0]);
    if (!flaws.has(name)) flaws.set(name, `${path}${wire.flawOf(new z.ZodError([issue]))}`);
  }
  const sound = Object.entries(value).filter(([name]) => !flaws.has(name));
  return { told: schema.parse(Object.fromEntries(sound)), flaws };
}

function firstOf(flaws: ReadonlyMap<string, string>): string | undefined {
  return [...flaws.values()][0];
}
