import { expect, test } from 'vitest';
import { LOCALES } from '@/lib/language/locales';
import { readerOf } from '@/lib/language/translator';
import type { Alert } from './alert';
import { alertMessage, testMessage } from './message';
import { alertSentence } from './sentence';

const now = new Date('2026-03-17T12:00:00Z');
const options = { appUrl: 'https://desk.example.com/', now };
const common = {
  ruleId: 'rule-1',
  ruleName: 'Ours <&> theirs',
  raisedAt: now,
  lastSeenAt: now,
  endedAt: null,
  owner: 'ana@example.com',
  snooze: { until: now, by: 'leo@example.com', reason: 'a reason of ours' },
  notices: [],
};
const refund: Alert = {
  ...common,
  id: '1',
  kind: 'refunds',
  subject: 'juno:redemption:95a4',
  level: 'urgent',
  detail: { provider: 'juno', state: 'stuck', amount: '12500.50', currency: 'MXN', since: '2026-03-17T09:50:00Z' },
};
const every: readonly Alert[] = [
  refund,
  {
    ...common,
    id: '2',
    kind: 'unacknowledged',
    subject: 'brla',
    level: 'warning',
    detail: { count: 3, oldestAt: '2026-03-17T11:00:00Z' },
  },
  {
    ...common,
    id: '3',
    kind: 'silence',
    subject: 'ripio',
    level: 'warning',
    detail: { lastAt: '2026-03-17T11:00:00Z', weeks: 8, usual: 12.5 },
  },
  {
    ...common,
    id: '4',
    kind: 'silence',
    subject: 'juno',
    level: 'warning',
    detail: { lastAt: '2026-03-16T11:00:00Z', weeks: 0, usual: null },
  },
  {
    ...common,
    id: '5',
    kind: 'exceptions',
    subject: '77',
    level: 'urgent',
    detail: { reason: 'missing_at_bank', amount: null, currency: 'BRL', since: '2026-03-01T00:00:00Z' },
  },
  {
    ...common,
    id: '6',
    kind: 'backlog',
    subject: 'inbox',
    level: 'warning',
    detail: { count: 1, oldestAt: '2026-03-17T11:50:00Z' },
  },
];

test('in English each kind says what, how much and since when', async () => {
  const reader = readerOf('en', 'UTC');
  expect(every.map((alert) => alertSentence(reader, alert, now))).toEqual([
    'Juno refund juno:redemption:95a4 is stuck: 12,500.50 MXN, begun 2 h 10 min ago',
    '3 events of brla never reached us, the oldest 1 h old',
    'Ripio has been silent for 1 h; at this time of the week about 12.5 messages usually come meanwhile (8 weeks compared)',
    'Juno has been silent for 1 d 1 h; its history (no whole week) is too short to say what is usual, so the fixed limit holds',
    'Exception 77 (Missing at the bank) has been open for 16 d 12 h: amount not known',
    '1 message waits to be folded, the oldest for 10 min',
  ]);
});

test.each(LOCALES)(
  'in %s every kind has a sentence with its subject, and no message names a person',
  async (locale) => {
    const reader = readerOf(locale, 'UTC');
    const { subject, text, slack } = alertMessage(reader, every, options);
    expect(subject).toMatch(/^Concilia: 6 \S+, 2 \S+$/);
    for (const said of [text, slack]) {
      expect(said).toContain('juno:redemption:95a4');
      expect(said).toContain('https://desk.example.com/transactions/juno%3Aredemption%3A95a4');
      expect(said).toContain('https://desk.example.com/settings/alerts');
      expect(said).not.toMatch(/ana@|leo@|a reason of ours|alerts\.(sentence|message)/);
    }
  },
);

test('one alert is its own subject, and what Slack would read as marks is written out', async () => {
  const reader = readerOf('en', 'UTC');
  const { subject, slack } = alertMessage(reader, [refund], options);
  expect(subject).toBe(
    'Concilia, urgent: Juno refund juno:redemption:95a4 is stuck: 12,500.50 MXN, begun 2 h 10 min ago',
  );
  const { text, blocks } = JSON.parse(slack);
  expect(text).toBe(subject);
  expect(blocks[0]).toEqual({ type: 'header', text: { type: 'plain_text', text: subject } });
  expect(blocks[1].text.text).toContain('|Ours &lt;&amp;&gt; theirs>');
});

test('a hundred alerts are twenty and a count, and stay within what Slack takes', async () => {
  const reader = readerOf('es', 'UTC');
  const many = Array.from({ length: 100 }, (_, at) => ({
    ...refund,
    id: String(at),
    subject: `juno:redemption:${'x'.repeat(150)}${at}`,
  }));
  const { text, slack, subject } = alertMessage(reader, many, options);
  expect(subject).toBe('Concilia: 100 alertas, 100 urgentes');
  expect(text).toContain('Y 80 alertas más.');
  const { blocks } = JSON.parse(slack) as { blocks: { type: string; text: { text: string } }[] };
  expect(blocks.length).toBeLessThanOrEqual(50);
  for (const { type, text: block } of blocks)
    expect(block.text.length).toBeLessThanOrEqual(type === 'header' ? 150 : 3_000);
  const [long] = JSON.parse(alertMessage(reader, many.slice(0, 1), options).slack).blocks;
  expect(long.text.text.length).toBeLessThanOrEqual(150);
});

test('a test says that it is one, and names the channel', async () => {
  const reader = readerOf('pt-BR', 'UTC');
  const { subject, text } = testMessage(reader, { appUrl: 'https://desk.example.com', name: 'Sala' });
  expect([subject, text]).toEqual([
    'Concilia: um teste',
    'Este é um teste do canal “Sala”. Os alertas chegarão aqui.\n\nhttps://desk.example.com/settings/alerts\n',
  ]);
});
