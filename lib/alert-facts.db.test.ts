import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { at, judge, nothingWatched, waiting, watchBacklog } from '@/lib/alert-testing';
import { crossingsOf } from '@/lib/alerts/conditions';
import { MOST_SUBJECTS, readFacts } from '@/lib/alerts/facts.store';
import { openAlerts } from '@/lib/alerts/list.store';
import { createRules, deleteRule, pauseRule } from '@/lib/alerts/rule.store';
import { disconnect, pool, prisma } from '@/lib/db';

beforeEach(nothingWatched);
afterAll(disconnect);

test('a rule that is paused ends its alerts and watches nothing; deleted, it takes them with it', async () => {
  const id = await watchBacklog([]);
  await waiting(at(0));
  await judge(5);
  expect(await pauseRule(id, false, at(6))).toBe(true);
  expect(await openAlerts(at(6))).toEqual([]);
  expect(await judge(7)).toMatchObject({ judged: 0, raised: 0 });
  expect(await pauseRule(id, true, at(8))).toBe(true);
  expect(await judge(9)).toMatchObject({ raised: 1 });
  expect(await deleteRule(id)).toEqual({ name: 'Backlog', alerts: 2 });
  expect(await deleteRule(id)).toBeNull();
  expect(await prisma().alert.count()).toBe(0);
});

test('a rule that this version cannot read stops no other and is named', async () => {
  await prisma().alertRule.create({
    data: { kind: 'weather', name: 'Rain', threshold: {}, channels: [], createdBy: 'eva@example.com' },
  });
  await watchBacklog([]);
  await waiting(at(0));
  expect(await judge(5)).toMatchObject({
    judged: 1,
    raised: 1,
    problems: ['“Rain” cannot be read by this version.'],
  });
});

test('a rule whose facts cannot be read in time stops no other, and its alerts stay as they are', async () => {
  await watchBacklog([]);
  await createRules(
    [{ kind: 'unacknowledged', threshold: { warning: 30, urgent: 240 }, name: 'Lost', channels: [], owner: null }],
    'eva@example.com',
  );
  await waiting(at(0));
  await judge(5);
  const client = await pool().connect();
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    await client.query('BEGIN; LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE');
    const sum = await judge(120);
    expect(sum).toMatchObject({ judged: 1, ended: 0, problems: ['“Backlog” took too long to look at.'] });
  } finally {
    await client.query('ROLLBACK');
    client.release();
    complaint.mockRestore();
  }
  expect(await openAlerts(at(120))).toHaveLength(1);
});

/** Minutes before `at(0)`. */
const before = (minutes: number) => at(-minutes);

async function refund(
  id: string,
  minutes: number,
  more: { status?: string; environment?: string } = {},
): Promise<void> {
  await pool().query(
    `INSERT INTO refunds (transaction_id, provider, kind, environment, original_status, status, amount, currency,
       is_partial, steps, steps_done, is_waiting_for_id, whereabouts, triggered_at, moved_at)
     VALUES ($1, 'juno', 'redemption', $2, 'failed', $3, 10.50, 'MXN', false, '[]', 0, false, 'unknown', $4, $4)`,
    [`juno:redemption:${id}`, more.environment ?? 'stage', more.status ?? 'processing', before(minutes)],
  );
}

test('refunds that are late or stuck are read in their own words, the oldest first, and no others', async () => {
  await refund('on-time', 1);
  await refund('late', 12);
  await refund('stuck', 600);
  await refund('failed', 2, { status: 'failed' });
  await refund('back', 600, { status: 'completed' });
  await refund('real', 600, { environment: 'production' });
  const { facts, isWhole } = await readFacts({ kind: 'refunds', threshold: { from: 'late' } }, at(0));
  expect(isWhole).toBe(true);
  expect(facts.map(({ transactionId, state }) => [transactionId, state])).toEqual([
    ['juno:redemption:stuck', 'stuck'],
    ['juno:redemption:late', 'late'],
    ['juno:redemption:failed', 'stuck'],
  ]);
  expect(facts[0]).toMatchObject({ provider: 'juno', amount: '10.50', currency: 'MXN', triggeredAt: before(600) });
  const stuck = await readFacts({ kind: 'refunds', threshold: { from: 'stuck' } }, at(0));
  expect(stuck.facts).toHaveLength(2);
});

test('of more than a person reads, the oldest are told, and no alert ends because it was not read', async () => {
  await pool().query(`INSERT INTO match_exceptions (about, reason, rail, amount, currency, day, state, opened_at)
    SELECT 'many|' || i, 'missing_at_bank', 'spei', 1000, 'MXN', '2026-03-01', 'open', '2026-03-01T00:00:00Z'::timestamptz
      + i * interval '1 second' FROM generate_series(1, ${MOST_SUBJECTS + 5}) AS i`);
  const threshold = { amounts: { MXN: '1000' }, warning: 24, urgent: 96 };
  await createRules([{ kind: 'exceptions', threshold, name: 'Large', channels: [], owner: null }], 'eva@example.com');
  expect(await judge(0)).toMatchObject({
    raised: MOST_SUBJECTS,
    problems: ['“Large” has more to tell of than is looked at at once.'],
  });
  await pool().query(`UPDATE match_exceptions SET state = 'resolved' WHERE about IN ('many|1', 'many|2')`);
  expect(await judge(30)).toMatchObject({ raised: 2, ended: 0 });
  await pool().query(`DELETE FROM match_exceptions`);
  expect(await judge(60)).toMatchObject({ ended: MOST_SUBJECTS + 2, problems: [] });
});

test('exceptions that wait, are resolved, young, small or of another currency are not read', async () => {
  const rows = [
    ['large', 'open', '1000', 'MXN', 2_000],
    ['outgoing', 'in_work', '-5000.10', 'MXN', 2_000],
    ['unknown', 'open', null, 'MXN', 2_000],
    ['small', 'open', '999.99', 'MXN', 2_000],
    ['other', 'open', '99999', 'ARS', 2_000],
    ['young', 'open', '5000', 'MXN', 60],
    ['waiting', 'waiting', '5000', 'MXN', 2_000],
    ['resolved', 'resolved', '5000', 'MXN', 2_000],
  ] as const;
  for (const [about, state, amount, currency, minutes] of rows) {
    await pool().query(
      `INSERT INTO match_exceptions (about, reason, rail, amount, currency, day, state, opened_at)
       VALUES ($1, 'amount_differs', $1, $2, $3, '2026-03-01', $4, $5)`,
      [about, amount, currency, state, before(minutes)],
    );
  }
  const threshold = { amounts: { MXN: '1000' }, warning: 24, urgent: 96 };
  const { facts } = await readFacts({ kind: 'exceptions', threshold }, at(0));
  expect(facts.map(({ amount }) => amount).sort()).toEqual(['-5000.10', '1000', null].sort());
});

test('of what a provider could not deliver, each feed has its count and its oldest', async () => {
  const listed = (id: string, state: string, minutes: number | null, feed = 'brla') =>
    pool().query(
      `INSERT INTO listed_events (feed, event_id, confirm_id, subscription, body, state, happened_at, first_listed_at)
       VALUES ($1, $2, $2, 'MINT', '', $3, $4, $5)`,
      [feed, id, state, minutes === null ? null : before(minutes), before(5)],
    );
  await listed('a', 'found', 90);
  await listed('b', 'failed', 45);
  await listed('c', 'applied', 900);
  await listed('d', 'ignored', 900);
  await listed('e', 'found', null, 'avenia');
  const { facts } = await readFacts({ kind: 'unacknowledged', threshold: { warning: 30, urgent: 240 } }, at(0));
  expect(facts).toEqual([
    { feed: 'avenia', count: 1, oldestAt: before(5) },
    { feed: 'brla', count: 2, oldestAt: before(90) },
  ]);
});

test('a source’s silence is laid over its own weeks; what we fetched ourselves breaks no silence', async () => {
  const threshold = { warning: 10, urgent: 40, leastMinutes: 15, thinMinutes: 1_440 };
  const rule = { kind: 'silence', threshold } as const;
  const deliver = (provider: string, origin: string, sql: string) =>
    pool().query(
      `INSERT INTO deliveries (provider, environment, origin, received_at, source_address, proof, headers, body, answer_status)
       SELECT $1, 'stage', $2, i, '127.0.0.1', 'signature', '{}', '', 200 FROM ${sql} AS i`,
      [provider, origin],
    );
  const silent = async (minutes: number) => {
    const { facts } = await readFacts(rule, at(minutes));
    return crossingsOf(rule, facts, at(minutes)).map(({ subject, level }) => `${subject} ${level}`);
  };
  expect(await silent(0)).toEqual([]); // nobody ever spoke
  // BRLA speaks every two minutes for ten weeks and falls silent at noon; Juno began yesterday.
  const every = (minutes: number, days: number) =>
    `generate_series('${at(0).toISOString()}'::timestamptz - interval '${days} days', '${at(0).toISOString()}', interval '${minutes} minutes')`;
  await deliver('brla', 'webhook', every(2, 70));
  await deliver('juno', 'webhook', every(2, 1));
  await deliver(
    'brla',
    'listed',
    `generate_series('${at(1).toISOString()}'::timestamptz, '${at(90).toISOString()}', interval '1 minute')`,
  );
  expect(await silent(45)).toEqual([]); // no payment of theirs is known, so nobody has set them up
  for (const provider of ['brla', 'juno']) {
    await pool().query(
      `INSERT INTO transactions (id, provider, kind, environment, status, is_incomplete, occurred_at, updated_at, event_count, state)
       VALUES ($1 || ':x', $1, 'mint', 'stage', 'pending', false, now(), now(), 1, '{}')`,
      [provider],
    );
  }
  expect(await silent(14)).toEqual([]);
  expect(await silent(22)).toEqual(['brla warning']);
  expect(await silent(85)).toEqual(['brla urgent']);
  expect((await readFacts(rule, at(22))).facts).toMatchObject([
    { provider: 'brla', weeks: [11, 11, 11, 11, 11, 11, 11, 11] },
    { provider: 'juno', weeks: [] },
  ]);
  expect(await silent(1_440)).toEqual(['brla urgent', 'juno warning']);
});
