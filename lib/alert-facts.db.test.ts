import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { at, judge, nothingWatched, waiting, watchBacklog } from '@/lib/alert-testing';
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
