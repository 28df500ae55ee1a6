import { describe, expect, test } from 'vitest';
import { crossingsOf, INBOX } from './conditions';
import { ALERT_KINDS, faultsOf, readWatch, USUAL } from './rule';

const NOW = new Date('2026-03-17T18:00:00Z');
const ago = (minutes: number) => new Date(+NOW - minutes * 60_000);
const levels = (crossings: readonly { subject: string; level: string }[]) =>
  crossings.map(({ subject, level }) => `${subject} ${level}`);

describe('refunds', () => {
  const refund = (transactionId: string, state: 'late' | 'stuck') =>
    ({ transactionId, provider: 'juno', state, amount: '10.5', currency: 'MXN', triggeredAt: ago(90) }) as const;
  const both = [refund('juno:redemption:a', 'late'), refund('juno:redemption:b', 'stuck')];

  test('a late refund is a warning, a stuck one is urgent, each with its own id and amount', () => {
    const found = crossingsOf({ kind: 'refunds', threshold: { from: 'late' } }, both, NOW);
    expect(levels(found)).toEqual(['juno:redemption:a warning', 'juno:redemption:b urgent']);
    expect(found[0]?.detail).toEqual({
      provider: 'juno',
      state: 'late',
      amount: '10.5',
      currency: 'MXN',
      since: '2026-03-17T16:30:00.000Z',
    });
  });

  test('a rule from stuck on says nothing of a late one', () => {
    const found = crossingsOf({ kind: 'refunds', threshold: { from: 'stuck' } }, both, NOW);
    expect(levels(found)).toEqual(['juno:redemption:b urgent']);
  });
});

describe('unacknowledged events', () => {
  test.each([
    ['nothing a minute before the limit', 29, []],
    ['a warning at the limit', 30, ['brla warning']],
    ['still a warning a minute before it is urgent', 239, ['brla warning']],
    ['urgent from then on', 240, ['brla urgent']],
  ])('%s', (_, minutes, expected) => {
    const facts = [{ feed: 'brla', count: 3, oldestAt: ago(minutes) }];
    const threshold = { warning: 30, urgent: 240 };
    expect(levels(crossingsOf({ kind: 'unacknowledged', threshold }, facts, NOW))).toEqual(expected);
  });

  test('a feed that lists nothing is quiet, and two feeds are two subjects', () => {
    const facts = [
      { feed: 'brla', count: 0, oldestAt: ago(999) },
      { feed: 'avenia', count: 1, oldestAt: ago(999) },
    ];
    const found = crossingsOf({ kind: 'unacknowledged', threshold: { warning: 30, urgent: 240 } }, facts, NOW);
    expect(levels(found)).toEqual(['avenia urgent']);
  });
});

describe('exceptions', () => {
  const threshold = { amounts: { MXN: '1000', BRL: '0.30' }, warning: 24, urgent: 96 };
  const told = (amount: string | null, currency: string | null, hours: number) =>
    levels(
      crossingsOf(
        { kind: 'exceptions', threshold },
        [{ id: '7', reason: 'missing_at_bank', amount, currency, openedAt: ago(hours * 60) }],
        NOW,
      ),
    );

  test.each([
    ['the exact amount is over the limit', '1000.000', 'MXN', 24, ['7 warning']],
    ['a cent below is not', '999.99', 'MXN', 999, []],
    ['an hour too young is not told', '5000', 'MXN', 23, []],
    ['what is old enough is urgent', '5000', 'MXN', 96, ['7 urgent']],
    ['money that went out counts by its size', '-5000', 'MXN', 24, ['7 warning']],
    ['three tenths are three tenths', '0.3', 'BRL', 24, ['7 warning']],
    ['a currency without a limit is not told', '999999999', 'ARS', 999, []],
    ['an unknown amount is not told early', null, 'MXN', 95, []],
    ['an unknown amount is told when it would be urgent', null, 'MXN', 96, ['7 urgent']],
    ['an unknown currency is told when it would be urgent', '1', null, 96, ['7 urgent']],
  ])('%s', (_, amount, currency, hours, expected) => {
    expect(told(amount, currency, hours)).toEqual(expected);
  });
});

describe('the backlog', () => {
  const threshold = { count: 100, warning: 5, urgent: 30 };
  test.each([
    ['nothing waits', 0, null, []],
    ['few that just came', 99, 1, []],
    ['many that just came', 100, 1, [`${INBOX} warning`]],
    ['one that waits', 1, 5, [`${INBOX} warning`]],
    ['one that waits for long', 1, 30, [`${INBOX} urgent`]],
  ])('%s', (_, count, minutes, expected) => {
    const facts = { count, oldestAt: minutes === null ? null : ago(minutes) };
    expect(levels(crossingsOf({ kind: 'backlog', threshold }, facts, NOW))).toEqual(expected);
  });
});

describe('thresholds', () => {
  test('the usual ones are usable, one of each kind', () => {
    expect(USUAL.map(({ kind }) => kind)).toEqual([...ALERT_KINDS]);
    for (const { kind, threshold } of USUAL) expect(readWatch(kind, threshold)).toEqual({ kind, threshold });
  });

  test.each([
    ['unacknowledged', { warning: 240, urgent: 30 }, ['urgent']],
    ['unacknowledged', { warning: '0', urgent: 'soon' }, ['warning', 'urgent']],
    ['backlog', { count: 1.5, warning: 5, urgent: 30 }, ['count']],
    ['refunds', { from: 'slow' }, ['from']],
    ['exceptions', { amounts: { MXN: '-1' }, warning: 1, urgent: 2 }, ['amounts']],
    ['exceptions', { amounts: { MXN: '1e3' }, warning: 1, urgent: 2 }, ['amounts']],
    ['silence', {}, ['warning', 'urgent', 'leastMinutes', 'thinMinutes']],
  ] as const)('%s: what is not usable is named (%#)', (kind, threshold, faults) => {
    expect(faultsOf(kind, threshold)).toEqual(faults);
    expect(readWatch(kind, threshold)).toBeNull();
  });

  test('an amount keeps its digits, and a form’s numbers are read from text', () => {
    const amounts = { MXN: '100000.10' };
    expect(readWatch('exceptions', { amounts, warning: '24', urgent: '96' })).toEqual({
      kind: 'exceptions',
      threshold: { amounts, warning: 24, urgent: 96 },
    });
    expect(readWatch('weather', {})).toBeNull();
  });
});
