import { describe, expect, test } from 'vitest';
import { REFUND_STATUSES, STATUSES } from '@/lib/events/status';
import { LOCALES } from '@/lib/language/locales';
import { translatorOf } from '@/lib/language/translator';
import { KINDS, PROVIDERS } from '@/lib/providers/catalogue';
import { limitsFrom, WHOLE } from '@/lib/refunds/limits';
import { MADE_AT, made } from '@/lib/refunds/made';
import { WHEREABOUTS } from '@/lib/refunds/whereabouts';
import type { Transaction } from '@/lib/transactions/transaction';
import { answerOf, type CaseFacts, LEAST_MEASURED } from './answer';
import { CUSTOMER_LOCALES, customerWriting, QUESTIONS, replyOf, textsOf } from './wording';

const PAYMENT: Transaction = {
  id: 'juno:redemption:1',
  provider: 'juno',
  kind: 'redemption',
  status: 'processing',
  providerStatus: 'IN_PROGRESS',
  amount: { amount: '1298.3766240000', currency: 'MXN' },
  amountOut: null,
  isCurrencyAssumed: false,
  fees: [],
  revertedAmount: null,
  exchangeRate: null,
  network: null,
  token: 'MXNB',
  externalRef: 'ref-1',
  endUser: null,
  failure: { code: 'X', message: 'Account of MARIA LOPEZ is closed' },
  refund: null,
  identifiers: [],
  links: [],
  details: { sender_name: 'MARIA LOPEZ' },
  occurredAt: '2026-03-02T11:00:00Z',
  updatedAt: '2026-03-02T11:30:00Z',
  isIncomplete: false,
  isReopened: false,
  hasUnrecognised: false,
  eventCount: 2,
};

const FACTS: CaseFacts = {
  transaction: PAYMENT,
  refund: null,
  reachedAt: '2026-03-02T11:30:00Z',
  limits: limitsFrom([], []),
  completion: null,
  passedAt: null,
  at: MADE_AT,
};

const ALL_WHEREABOUTS = WHEREABOUTS;
const payments = PROVIDERS.flatMap((provider) =>
  KINDS[provider].flatMap((kind) => STATUSES.map((status) => ({ ...PAYMENT, provider, kind, status }))),
);

function said(facts: CaseFacts, locale: (typeof LOCALES)[number]) {
  const t = translatorOf(locale, 'support');
  const answer = answerOf(facts);
  const writing = customerWriting(t, answer.provider, locale);
  const texts = textsOf(t, answer, writing);
  return { answer, texts, reply: replyOf(t, texts, { reference: 'ref-1', traces: ['E123'], asOf: facts.at }, writing) };
}

/** Whatever is missing from a message shows as its key, a brace or a word of the machine. */
const HOLE = /[{}]|undefined|null|NaN|\[object|support\.|^\s*$|Invalid|\(\)/;

describe.each(LOCALES)('in %s', (locale) => {
  test('every provider, kind, state and whereabouts has one text for each question, and none has a hole', () => {
    const amounts = [
      { amount: PAYMENT.amount, isIncomplete: false },
      { amount: null, isIncomplete: true },
      { amount: { amount: '5', currency: null }, amountOut: { amount: '0.5', currency: 'USDC' } },
    ];
    let counted = 0;
    for (const payment of payments) {
      const refunds = [
        null,
        ...ALL_WHEREABOUTS.map((whereabouts, i) =>
          made(3, {
            provider: payment.provider,
            kind: payment.kind,
            whereabouts,
            status: REFUND_STATUSES[i % 4] ?? null,
          }),
        ),
      ];
      for (const [i, refund] of refunds.entries()) {
        const transaction = { ...payment, ...amounts[i % amounts.length] };
        const passedAt = i % 2 === 0 ? null : MADE_AT;
        const { texts, reply } = said({ ...FACTS, transaction, refund, passedAt }, locale);
        for (const question of QUESTIONS)
          if (HOLE.test(texts[question])) expect.fail(`${question}: ${texts[question]}`);
        if (HOLE.test(reply) || /MARIA|LOPEZ/.test(reply)) expect.fail(reply);
        counted++;
      }
    }
    expect(counted).toBe(payments.length * (1 + ALL_WHEREABOUTS.length));
  });

  test('each promise is said in full', () => {
    const completion = { count: LEAST_MEASURED, p95: 3_600 * 24 };
    const cases: Partial<CaseFacts>[] = [
      {},
      { completion },
      { completion: { ...completion, p95: 1 } },
      { transaction: { ...PAYMENT, status: 'completed' } },
      { transaction: { ...PAYMENT, status: 'blocked' } },
      { refund: made(1) },
    ];
    const answers = cases.map((one) => said({ ...FACTS, ...one }, locale));
    expect(answers.map(({ answer }) => answer.promise.key)).toEqual([
      'none_known',
      'by_history',
      'overdue',
      'nothing_open',
      'none_stopped',
      'by_limit',
    ]);
    for (const { texts } of answers) expect(texts.promise).not.toMatch(HOLE);
    expect(new Set(answers.map(({ texts }) => texts.promise)).size).toBe(answers.length);
  });
});

test('the amount is exact in the customer’s own signs, and the moment on their clock with its name', () => {
  const sums = LOCALES.map((locale) => said(FACTS, locale).texts.what);
  expect(sums[0]).toContain(': 1,298.376624 MXN.');
  expect(sums[1]).toContain(': 1,298.376624 MXN.');
  expect(sums[2]).toContain(': 1.298,376624 MXN.');
  const ripio = { ...PAYMENT, provider: 'ripio', kind: 'fiat_deposit', status: 'pending' } as const;
  const argentine = said({ ...FACTS, transaction: ripio }, CUSTOMER_LOCALES.ripio).texts;
  expect(argentine.what).toBe('Depósito bancario: 1.298,376624 MXN.');
  expect(argentine.state).toBe('Está en espera de iniciar desde el 2 de marzo de 2026, 08:30, hora de Buenos Aires.');
  expect(said(FACTS, 'pt-BR').texts.state).toContain('2 de março de 2026, 05:30, horário da Cidade do México');
});

test('a promise rests on the history or the limit alone, and is never earlier than they say', () => {
  const refund = made(1); // begun 40 s before
  const history = [
    { provider: 'juno', kind: 'redemption', step: WHOLE, p50: 60, p75: 100, p95: 1_200, count: 31 },
  ] as const;
  const { promise } = answerOf({ ...FACTS, refund, limits: limitsFrom(history, []) });
  expect(promise).toEqual({ key: 'by_history', by: new Date('2026-03-02T12:20:00Z'), count: 31 });
  const thin = history.map((one) => ({ ...one, count: LEAST_MEASURED - 1 }));
  const byFew = answerOf({ ...FACTS, refund, limits: limitsFrom(thin, []) });
  expect(byFew.promise).toMatchObject({ key: 'by_limit', by: new Date('2026-03-02T12:20:00Z') });
  const few = { count: LEAST_MEASURED - 1, p95: 9_999 };
  expect(answerOf({ ...FACTS, completion: few }).promise).toEqual({ key: 'none_known' });
});

test('what waits for us is said to be with finance once it was passed on, and not before', () => {
  const stopped = { ...FACTS, refund: made(9, { whereabouts: 'redemption_stopped', status: 'failed' }) };
  expect(answerOf(stopped)).toMatchObject({ next: 'ask_stopped', promise: { key: 'none_stopped' } });
  expect(answerOf({ ...stopped, passedAt: MADE_AT }).next).toBe('passed');
  expect(answerOf({ ...FACTS, passedAt: MADE_AT }).next).toBe('provider_finishes');
});

test('a little past the usual time nobody has to ask, long past it somebody has', () => {
  const next = (p95: number) => answerOf({ ...FACTS, completion: { count: LEAST_MEASURED, p95 } });
  expect(next(3_500)).toMatchObject({ next: 'provider_finishes', promise: { key: 'overdue' } });
  expect(next(1_000)).toMatchObject({ next: 'ask_late', promise: { key: 'overdue' } });
});

test('a refund that is late is not promised for later', () => {
  const { next, promise } = answerOf({ ...FACTS, refund: made(200) });
  expect([next, promise.key]).toEqual(['ask_return_late', 'overdue']);
});
