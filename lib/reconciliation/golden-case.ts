import type { PaymentEvent } from '@/lib/events/event';
import { trimmed } from '@/lib/identifiers/typed-text';
import type { Provider } from '@/lib/providers/catalogue';
import { type Changes, readingOf } from '@/lib/providers/golden';
import type { AccountRail } from '@/lib/statements/account';
import type { FoundId, FoundKind } from '@/lib/statements/found-ids';
import type { LineKind, StatementLine } from '@/lib/statements/statement';
import { evolve } from '@/lib/transactions/evolve';
import type { Transaction } from '@/lib/transactions/transaction';
import type { Leg, Rail } from './leg';
import { legIdKey } from './leg-ids';
import { legsOf } from './legs';
import type { Reason } from './reason';

/** For tests only: what a case of the golden data is, and a short way to write one down. */

/** What a whole run makes of one line. `proposal` names every leg proposed, one by one or together. */
export type LineVerdict =
  | { readonly verdict: 'matched'; readonly pass: 1 | 2; readonly legs: readonly string[] }
  | { readonly verdict: 'proposal'; readonly legs: readonly string[] }
  | { readonly verdict: 'exception'; readonly reason: Reason }
  | { readonly verdict: 'not_needed' };

/** A leg that no line touches: expected and not there, not due yet, or never to be seen. */
export type OpenLeg = { readonly leg: string; readonly verdict: 'missing_at_bank' | 'expected' | 'not_needed' };

export type GoldenCase = {
  readonly name: string;
  /** The account whose statement it is; the company's own book stands for what a chain shows. */
  readonly account: AccountRail;
  readonly transactions: readonly Transaction[];
  readonly legs: readonly Leg[];
  /** The statement covers every day there is; each line states its currency. */
  readonly lines: readonly StatementLine[];
  readonly expected: {
    /** In the order of the lines. */
    readonly lines: readonly LineVerdict[];
    /** On the account's rail. */
    readonly openLegs: readonly OpenLeg[];
  };
  /** The rule that decides it. */
  readonly why: string;
};

/** A message: provider, fixture, members that differ from it. */
export type Message = readonly [provider: Provider, fixture: string, changes?: Changes];

export type ShortCase = {
  readonly told: readonly (readonly Message[])[];
  readonly lines: readonly ShortLine[];
  /** Per line: "matched 1 0#in" (pass, transaction by its place, leg), "proposal 0#in 1#in", "exception late", "not_needed". */
  readonly give: readonly string[];
  /** "0#out missing_at_bank". */
  readonly open?: readonly string[];
  readonly why: string;
};

export type ShortLine = {
  readonly on: string;
  readonly amount: string;
  readonly currency?: string;
  /** "e2e E999…" for an id in a field, "~e2e E999…" for one found in the text; a hash may follow its network. */
  readonly ids?: readonly string[];
  readonly name?: string;
  readonly from?: string;
  readonly text?: string;
  readonly kind?: LineKind;
};

export const RAIL_OF_ACCOUNT = { spei: 'spei', pix: 'pix', ars: 'ars', ledger: 'chain' } as const satisfies Record<
  AccountRail,
  Rail
>;
const CURRENCY_OF_ACCOUNT = { spei: 'MXN', pix: 'BRL', ars: 'ARS', ledger: 'USDC' } as const satisfies Record<
  AccountRail,
  string
>;

/** Builds the cases of one account, by name. */
export function cases(account: AccountRail, short: Readonly<Record<string, ShortCase>>): GoldenCase[] {
  return Object.entries(short).map(([name, one]) => {
    const transactions = transactionsOf(one.told.flat());
    const legOf = (text: string) => {
      const [place = '', leg = ''] = text.split('#');
      return `${transactions[Number(place)]?.id}#${leg}`;
    };
    return {
      name,
      account,
      transactions,
      legs: transactions.flatMap((transaction) => legsOf(transaction, { environment: 'stage', related: transactions })),
      lines: one.lines.map((line, at) => lineOf(line, at, CURRENCY_OF_ACCOUNT[account])),
      expected: {
        lines: one.give.map((text) => verdictOf(text, legOf)),
        openLegs: (one.open ?? []).map((text) => {
          const [leg = '', verdict] = text.split(' ');
          return { leg: legOf(leg), verdict: verdict as OpenLeg['verdict'] };
        }),
      },
      why: one.why,
    };
  });
}

/** The transactions behind some messages, read and folded as the desk does; in the order they are first spoken of. */
export function transactionsOf(messages: readonly Message[]): Transaction[] {
  const events = messages.flatMap(([provider, fixture, changes]) => readingOf(provider, fixture, changes).events);
  const byTransaction = new Map<string, PaymentEvent[]>();
  for (const event of events) {
    const known = byTransaction.get(event.transactionId);
    if (known) known.push(event);
    else byTransaction.set(event.transactionId, [event]);
  }
  return [...byTransaction.values()].flatMap((own) => evolve(own) ?? []);
}

function verdictOf(text: string, legOf: (text: string) => string): LineVerdict {
  const [verdict, first = '', ...rest] = text.split(' ');
  if (verdict === 'matched') return { verdict, pass: Number(first) as 1 | 2, legs: rest.map(legOf) };
  if (verdict === 'proposal') return { verdict, legs: [first, ...rest].map(legOf) };
  return verdict === 'exception' ? { verdict, reason: first as Reason } : { verdict: 'not_needed' };
}

export function lineOf(short: ShortLine, at = 0, currency = 'MXN'): StatementLine {
  const ids = (short.ids ?? []).map(foundId);
  return {
    place: `line ${at + 2}`,
    bookedOn: short.on,
    bookedAt: null,
    valueOn: null,
    amount: short.amount,
    currency: short.currency ?? currency,
    text: short.text ?? '',
    counterparty: {
      name: short.name ?? null,
      account: short.from ?? null,
      taxId: ids.find(({ kind }) => kind === 'tax_id' || kind === 'masked_tax_id')?.value ?? null,
    },
    bankReference: `ref-${at}`,
    balance: null,
    kind: short.kind ?? 'payment',
    ids,
  };
}

function foundId(text: string): FoundId {
  const bare = text.replace('~', '');
  const at = bare.indexOf(' ');
  const kind = bare.slice(0, at) as FoundKind;
  const written = trimmed(bare.slice(at + 1));
  const from = text.startsWith('~') ? 'text' : 'field';
  if (kind === 'pix_return') return { kind, value: written, key: written, from };
  if (kind === 'masked_tax_id') return { kind, value: written, key: written.replace(/[.\-/]/g, ''), from };
  if (kind !== 'tx_hash') return { kind, value: written, key: legIdKey(kind, written), from };
  const [hash = '', network = null] = written.split(' ').reverse();
  return { kind, value: hash, key: legIdKey(kind, hash, network), from };
}
