import { expect, test } from 'vitest';
import { readerOf } from '@/lib/language/translator';
import type { Refund } from '@/lib/refunds/refund';
import { providerMessages } from './provider-message';

const REFUND = {
  transactionId: 'juno:redemption:95a4df41',
  provider: 'juno',
  kind: 'redemption',
  originalStatus: 'failed',
  status: 'processing',
  providerStatus: 'IN_PROGRESS',
  amount: { amount: '101.00', currency: 'MXN' },
  isPartial: false,
  externalRef: 'order-7',
  steps: [
    {
      step: 'TOKEN_MINT',
      status: 'processing',
      providerStatus: 'IN_PROGRESS',
      id: null,
      firstSeenAt: '2026-05-15T13:28:00Z',
      after: null,
      by: '2026-05-15T13:28:00Z',
    },
  ],
  currentStep: 'TOKEN_MINT',
  stepsDone: 0,
  isWaitingForId: true,
  refundOf: null,
  triggeredAt: '2026-05-15T13:28:00Z',
  movedAt: '2026-05-15T13:30:00Z',
  endedAt: null,
} as const satisfies Omit<Refund, 'whereabouts'>;
const READER = readerOf('en', 'UTC');
const refund = (change: Partial<Refund>) => ({ ...REFUND, ...change }) as Refund;

test('a provider is asked about all its refunds in one message, by its own ids', () => {
  const [message, ...others] = providerMessages(
    [refund({}), refund({ transactionId: 'juno:issuance:b', steps: [] })],
    READER,
  );
  expect(others).toEqual([]);
  expect(message?.count).toBe(2);
  expect(message?.text).toBe(`To Juno by Bitso

Please tell us where the money of these 2 refunds is:

1. Redemption 95a4df41
   Amount: 101.00 MXN
   Refund: IN_PROGRESS, begun 2026-05-15T13:28:00Z, last changed 2026-05-15T13:30:00Z
   Our reference: order-7
   Step TOKEN_MINT: IN_PROGRESS, no id received

2. Redemption b
   Amount: 101.00 MXN
   Refund: IN_PROGRESS, begun 2026-05-15T13:28:00Z, last changed 2026-05-15T13:30:00Z
   Our reference: order-7
`);
});

test('each provider gets its own message, and what is not told is said to be so', () => {
  const returned = refund({
    transactionId: 'ripio:w-1',
    provider: 'ripio',
    kind: 'fiat_withdrawal',
    amount: null,
    providerStatus: null,
    status: null,
    externalRef: null,
    refundOf: 'ripio:d-1',
    steps: [],
  });
  const messages = providerMessages([returned, refund({})], READER);
  expect(messages.map(({ provider }) => provider)).toEqual(['juno', 'ripio']);
  expect(messages[1]?.text).toContain('1. Fiat withdrawal w-1\n   Amount: not told\n   Refund: state not told, begun');
  expect(messages[1]?.text).toContain('Returns the deposit: d-1');
});

test('who writes in another language writes to the provider in it; its own words stay', () => {
  const [message] = providerMessages([refund({})], readerOf('es', 'America/Mexico_City'));
  expect(message?.text).toBe(`Para Juno by Bitso

Por favor, indíquennos dónde está el dinero de esta devolución:

1. Redención 95a4df41
   Importe: 101.00 MXN
   Devolución: IN_PROGRESS, iniciada 2026-05-15T13:28:00Z, último cambio 2026-05-15T13:30:00Z
   Nuestra referencia: order-7
   Paso TOKEN_MINT: IN_PROGRESS, sin id recibido
`);
});
