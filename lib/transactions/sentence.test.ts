import { describe, expect, test } from 'vitest';
import type { PaymentEvent } from '@/lib/events/event';
import { REFUND_STATUSES, STATUSES } from '@/lib/events/status';
import type { Locale } from '@/lib/language/locales';
import { readerOf } from '@/lib/language/translator';
import { KINDS, type Kind } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { momentsOf, sentence } from './sentence';
import { timeline } from './timeline';
import type { Transaction } from './transaction';

const READER = readerOf('en', 'UTC');

const FAILED_AT = '2026-05-15T13:28:11Z';
const REFUNDED_AT = '2026-05-15T13:32:45Z';

function event(
  occurredAt: string,
  type: PaymentEvent['type'],
  facts: PaymentEvent['facts'] = {},
  kind: Kind = 'redemption',
): PaymentEvent {
  return {
    id: `juno:${occurredAt}${type}`,
    transactionId: 'juno:redemption:1',
    provider: 'juno',
    kind,
    type,
    providerStatus: type.toUpperCase(),
    occurredAt,
    isEcho: false,
    facts,
  };
}

const AMOUNT = { amount: { amount: '101', currency: 'MXN' }, token: 'MXNB' } as const;

function given(...events: PaymentEvent[]) {
  const entries = timeline(events);
  const transaction = entries.at(-1)?.state as Transaction;
  return {
    says: (expected: string) => expect(sentence(transaction, momentsOf(transaction, entries), READER)).toBe(expected),
    transaction,
  };
}

describe('a failed redemption', () => {
  const started = event('2026-05-15T13:20:00Z', 'Started', AMOUNT);
  const failed = event(FAILED_AT, 'Failed');
  const refund = (status: 'processing' | 'completed' | 'failed', at = REFUNDED_AT) =>
    event(at, 'Failed', { refund: { status, steps: [] } });

  test('tells when it failed and when its refund was complete', () => {
    given(started, failed, refund('processing', '2026-05-15T13:30:00Z'), refund('completed')).says(
      'Redemption of 101 MXNB failed on 15 May 2026 at 13:28 UTC; the refund is complete since 13:32 UTC.',
    );
  });

  test('names the day of the refund when it is another one', () => {
    given(failed, refund('completed', '2026-05-16T08:00:00Z'), started).says(
      'Redemption of 101 MXNB failed on 15 May 2026 at 13:28 UTC; the refund is complete since 16 May 2026 at 08:00 UTC.',
    );
  });

  test('claims no more than one event told: failed by then', () => {
    given(event(REFUNDED_AT, 'Failed', { ...AMOUNT, refund: { status: 'completed', steps: [] } })).says(
      'Redemption of 101 MXNB failed by 15 May 2026 at 13:32 UTC; the refund is complete.',
    );
  });

  test('says that the refund is under way, or failed', () => {
    given(started, failed, refund('processing')).says(
      'Redemption of 101 MXNB failed on 15 May 2026 at 13:28 UTC; the refund is under way.',
    );
    given(started, failed, refund('failed')).says(
      'Redemption of 101 MXNB failed on 15 May 2026 at 13:28 UTC, and the refund failed too at 13:32 UTC.',
    );
  });

  test('says that no refund is reported', () => {
    given(started, failed).says('Redemption of 101 MXNB failed on 15 May 2026 at 13:28 UTC. No refund is reported.');
  });
});

test('a state told twice is as old as its first telling', () => {
  given(event('2026-05-15T10:00:00Z', 'Started', AMOUNT), event('2026-05-15T11:00:00Z', 'Started')).says(
    'Redemption of 101 MXNB is in progress since 15 May 2026 at 10:00 UTC.',
  );
});

test('a reopened payment is as old as its reopening', () => {
  const { says } = given(
    event('2026-05-15T10:00:00Z', 'Started', AMOUNT),
    event('2026-05-15T11:00:00Z', 'Failed'),
    event('2026-05-15T12:00:00Z', 'Started'),
  );
  says('Redemption of 101 MXNB is in progress since 15 May 2026 at 12:00 UTC.');
});

test('an unknown amount is said openly and never as zero', () => {
  given(event(FAILED_AT, 'Completed', {}, 'mint')).says(
    'Mint of an unknown amount was completed on 15 May 2026 at 13:28 UTC.',
  );
});

test('an amount without currency says so', () => {
  given(event(FAILED_AT, 'Completed', { amount: { amount: '5', currency: null } }, 'crypto_deposit')).says(
    'Crypto deposit of 5 of an untold currency was completed on 15 May 2026 at 13:28 UTC.',
  );
});

test('a conversion names both amounts', () => {
  const facts = { amount: { amount: '1000.00', currency: 'MXN' }, amountOut: { amount: '58.1', currency: 'USD' } };
  given(event(FAILED_AT, 'Completed', facts, 'conversion')).says(
    'Conversion of 1,000.00 MXN to 58.1 USD was completed on 15 May 2026 at 13:28 UTC.',
  );
});

test('a reversal names what came back', () => {
  const paid = event('2026-05-15T10:00:00Z', 'Completed', { amount: { amount: '100.00', currency: 'BRLA' } }, 'burn');
  const back = (amount: string) =>
    event(FAILED_AT, 'Reversed', { revertedAmount: { amount, currency: 'BRL' } }, 'burn');
  given(paid, back('20.00')).says(
    'Burn of 100.00 BRLA was partly reversed on 15 May 2026 at 13:28 UTC: 20.00 BRL came back.',
  );
  given(paid, back('100.00')).says(
    'Burn of 100.00 BRLA was reversed on 15 May 2026 at 13:28 UTC: 100.00 BRL came back.',
  );
});

test('an identity check tells its result, a balance update its amount', () => {
  given(event(FAILED_AT, 'Completed', { details: { kyc_status: 'REJECTED' } }, 'kyc')).says(
    'Identity check (KYC) was completed on 15 May 2026 at 13:28 UTC; the result is REJECTED.',
  );
  given(event(FAILED_AT, 'TokensReceived', { amount: { amount: '10.00', currency: 'USDT' } }, 'balance_update')).says(
    '10.00 USDT arrived at the account on 15 May 2026 at 13:28 UTC.',
  );
});

test('Ripio cancels where others fail', () => {
  const cancelled = {
    ...event(FAILED_AT, 'Cancelled', { amount: { amount: '9', currency: 'ARS' } }, 'fiat_withdrawal'),
    provider: 'ripio' as const,
  };
  given(cancelled).says('Fiat withdrawal of 9 ARS was cancelled on 15 May 2026 at 13:28 UTC.');
});

test('the same in the reader’s language, with their signs and clock', () => {
  const { transaction } = given(
    event(FAILED_AT, 'Completed', { amount: { amount: '1298.376', currency: 'MXN' }, token: 'MXNB' }),
  );
  const moments = { reachedAt: FAILED_AT, refundAt: null, isToldTogether: false };
  const says = (locale: Locale, zone: TimeZone) => sentence(transaction, moments, readerOf(locale, zone));
  expect(says('es', 'America/Mexico_City')).toBe(
    'La redención de 1,298.376 MXNB se completó el 15 may 2026 a las 07:28 (Ciudad de México).',
  );
  expect(says('es', 'America/Argentina/Buenos_Aires')).toBe(
    'La redención de 1.298,376 MXNB se completó el 15 may 2026 a las 10:28 (Buenos Aires).',
  );
  expect(says('pt-BR', 'UTC')).toBe('O resgate de 1.298,376 MXNB foi concluído em 15 mai 2026 às 13:28 UTC.');
  expect(says('en', 'America/Mexico_City')).toBe(
    'Redemption of 1,298.376 MXNB was completed on 15 May 2026 at 07:28 Mexico City time.',
  );
});

test('every state of every kind, with every refund, is one or two whole sentences without a gap', () => {
  const { transaction } = given(event(FAILED_AT, 'Failed', AMOUNT));
  const refunds = [null, ...[...REFUND_STATUSES, null].map((status) => ({ status, providerStatus: null, steps: [] }))];
  for (const status of STATUSES) {
    for (const kind of Object.values(KINDS).flat()) {
      for (const refund of refunds) {
        const moments = { reachedAt: FAILED_AT, refundAt: refund && REFUNDED_AT, isToldTogether: false };
        const text = sentence({ ...transaction, status, kind, refund }, moments, READER);
        expect(text).toMatch(/^[A-Z0-9][^{}]+[a-zA-Z0-9)]\.( [A-Z][^{}]+\.)?$/);
        expect(text).not.toMatch(/undefined|null| {2}/);
      }
    }
  }
});
