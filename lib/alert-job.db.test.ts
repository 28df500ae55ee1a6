import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startStandin } from '@/e2e/standins/server';
import { tellDue } from '@/lib/alert-job';
import { at, deafChannel, judge, nothingWatched, told, waiting, watchBacklog } from '@/lib/alert-testing';
import { QUIET_MS } from '@/lib/alerts/alert';
import { holdRule, ownAlert, snoozeAlert, wakeAlert } from '@/lib/alerts/alert.store';
import { countAlerts, endedAlerts, openAlerts } from '@/lib/alerts/list.store';
import { settleNotices, takeDue } from '@/lib/alerts/notice.store';
import { pauseRule, removeChannel } from '@/lib/alerts/rule.store';
import { disconnect, prisma } from '@/lib/db';
import { keptInEnglish } from '@/lib/language/translator';

const MINUTE = 60_000;

let channel = '';
beforeEach(async () => {
  await nothingWatched();
  channel = await deafChannel();
});
afterAll(disconnect);

describe('an alert', () => {
  test('is raised once, told once for each level, and ends when its condition has not held for a while', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    expect(await judge(4)).toMatchObject({ judged: 1, raised: 0 });
    expect(await judge(5)).toMatchObject({ raised: 1, risen: 0, ended: 0 });
    expect(await told(5)).toEqual(['Desk: warning inbox']);
    for (const minutes of [6, 7, 20, 29]) {
      expect(await judge(minutes)).toMatchObject({ raised: 0, risen: 0, ended: 0 });
      expect(await told(minutes)).toEqual([]);
    }
    expect(await judge(30)).toMatchObject({ raised: 0, risen: 1 });
    expect(await told(30)).toEqual(['Desk: urgent inbox']);
    expect(await judge(31)).toMatchObject({ raised: 0, risen: 0 });
    expect(await told(31)).toEqual([]);
    await waiting(null);
    expect(await judge(32)).toMatchObject({ ended: 0 });
    expect(await judge(31 + QUIET_MS / MINUTE)).toMatchObject({ ended: 1 });
    expect(await openAlerts(at(60))).toEqual([]);
    const [ended] = await endedAlerts();
    expect(ended).toMatchObject({ kind: 'backlog', subject: 'inbox', level: 'urgent', owner: 'ana@example.com' });
    expect(ended?.notices.map(({ level, tries }) => [level, tries])).toEqual([
      ['warning', 1],
      ['urgent', 1],
    ]);
  });

  test('that comes again later is a new one, and is told again', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(5);
    expect(await told(5)).toHaveLength(1);
    await waiting(null);
    await judge(20);
    await waiting(at(60));
    expect(await judge(66)).toMatchObject({ raised: 1 });
    expect(await told(66)).toEqual(['Desk: warning inbox']);
    expect(await prisma().alert.count()).toBe(2);
  });

  test('that comes and goes every few minutes is one, and is told once', async () => {
    await watchBacklog([channel]);
    const heard: string[] = [];
    for (let minutes = 0; minutes < 120; minutes += 1) {
      await waiting(minutes % 8 < 4 ? at(minutes - 6) : null);
      await judge(minutes);
      heard.push(...(await told(minutes)));
    }
    expect(heard).toEqual(['Desk: warning inbox']);
    expect(await prisma().alert.count()).toBe(1);
  });

  test('falls to no lower level while it stands, so that rising again is no news', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(30);
    expect(await told(30)).toEqual(['Desk: urgent inbox']);
    await waiting(at(25));
    await judge(31);
    expect((await openAlerts(at(31)))[0]?.level).toBe('urgent');
    await waiting(at(0));
    expect(await judge(32)).toMatchObject({ risen: 0 });
    expect(await told(32)).toEqual([]);
  });
});

describe('of several processes', () => {
  test('one raises an alert though four judge at the same moment, and one tells it', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    for (let round = 0; round < 5; round++) {
      const sums = await Promise.all([judge(6), judge(6), judge(6), judge(6)]);
      expect(sums.reduce((sum, { raised }) => sum + raised, 0)).toBe(round === 0 ? 1 : 0);
      expect(sums.flatMap(({ problems }) => problems)).toEqual([]);
    }
    expect(await prisma().alert.count()).toBe(1);
    expect(await prisma().alertNotice.count()).toBe(1);
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeDue(at(6))));
    expect(taken.flat()).toHaveLength(1);
  });

  test('each leaves a rule to the one that is judging it', async () => {
    const id = await watchBacklog([channel]);
    await waiting(at(0));
    await prisma().$transaction(async (tx) => {
      await holdRule(tx, id);
      expect(await judge(6)).toMatchObject({ judged: 0, raised: 0, problems: [] });
    });
    expect(await judge(6)).toMatchObject({ judged: 1, raised: 1 });
  });
});

describe('what is put aside', () => {
  test('is not told until its time is over, then at its level of then, and keeps who did it and why', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(5);
    await told(5);
    const [alert] = await openAlerts(at(5));
    const aside = { until: at(60), by: 'ana@example.com', reason: 'Juno is down, they know' };
    expect(await snoozeAlert(alert?.id ?? '', aside)).toBe(true);
    await judge(31);
    expect(await told(31)).toEqual([]);
    expect(await countAlerts(at(31))).toEqual({ urgent: 0, warning: 0, snoozed: 1 });
    expect((await openAlerts(at(31)))[0]).toMatchObject({ level: 'urgent', snooze: aside });
    await judge(60);
    expect(await told(60)).toEqual(['Desk: urgent inbox']);
    expect(await countAlerts(at(60))).toEqual({ urgent: 1, warning: 0, snoozed: 0 });
  });

  test('what was told before is not told again when its time is over', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(5);
    await told(5);
    const id = (await openAlerts(at(5)))[0]?.id ?? '';
    await snoozeAlert(id, { until: at(10), by: 'ana@example.com', reason: 'Seen' });
    await judge(11);
    expect(await told(11)).toEqual([]);
    await snoozeAlert(id, { until: at(100), by: 'ana@example.com', reason: 'Seen' });
    expect(await wakeAlert(id)).toBe(true);
    expect(await wakeAlert(id)).toBe(false);
  });

  test('what is over can neither be put aside nor owned', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(5);
    const id = (await openAlerts(at(5)))[0]?.id ?? '';
    expect(await ownAlert(id, 'leo@example.com')).toBe(true);
    expect((await openAlerts(at(5)))[0]?.owner).toBe('leo@example.com');
    await waiting(null);
    await judge(16);
    expect(await ownAlert(id, null)).toBe(false);
    expect(await snoozeAlert(id, { until: at(99), by: 'a@b.c', reason: 'x' })).toBe(false);
  });
});

describe('a notice', () => {
  test('that fails is tried again after rests that grow, and given up in the end', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(5);
    const tried: number[] = [];
    for (let minutes = 5; minutes < 5 + 24 * 60; minutes += 1) {
      for (const { notices } of await takeDue(at(minutes))) {
        tried.push(minutes - 5);
        await settleNotices(
          notices.map(({ id }) => id),
          'It answered 500.',
          at(minutes),
        );
      }
    }
    expect(tried).toEqual([0, 1, 3, 8, 23, 83, 263, 563]);
    expect((await openAlerts(at(5)))[0]?.notices).toMatchObject([
      { tries: 8, sentAt: null, failure: 'It answered 500.' },
    ]);
  });

  test('whose teller died is taken by another after its rest, and not before', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(5);
    expect(await takeDue(at(5))).toHaveLength(1);
    expect(await takeDue(at(5))).toEqual([]);
    expect(await told(6)).toEqual(['Desk: warning inbox']);
  });

  test('of what has ended meanwhile, or risen, or whose channel was removed, is not told any more', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(5);
    await judge(30);
    expect(await told(30)).toEqual(['Desk: urgent inbox']);
    const other = await deafChannel({ kind: 'email', name: 'Ana', target: 'ana@example.com' });
    const second = await watchBacklog([other]);
    await judge(31);
    await removeChannel(other, at(31));
    expect(await told(31)).toEqual([]);
    await pauseRule(second, false, at(31));
  });

  test('goes to every channel of its rule, each by itself', async () => {
    const other = await deafChannel({ kind: 'email', name: 'Ana', target: 'ana@example.com' });
    await watchBacklog([channel, other]);
    await waiting(at(0));
    await judge(5);
    expect((await told(5)).sort()).toEqual(['Ana: warning inbox', 'Desk: warning inbox']);
  });

  test('to a channel that cannot be reached is kept with its failure', async () => {
    await watchBacklog([channel]);
    await waiting(at(0));
    await judge(5);
    expect(await tellDue(at(5))).toEqual({ told: 0, failed: 1 });
    const [notice] = (await openAlerts(at(5)))[0]?.notices ?? [];
    expect(notice).toMatchObject({ tries: 1, sentAt: null });
    expect(keptInEnglish(notice?.failure ?? '')).toMatch(/could not be reached/);
  });
});

test('a channel that hangs delays no other, and the next look leaves it at rest', async () => {
  const receiver = await startStandin(() => ({ status: 200 }));
  receiver.fault('slow', 1, '/hangs');
  try {
    const channels = [
      await deafChannel({ name: 'Hangs', target: `${receiver.url}/hangs` }),
      await deafChannel({ name: 'Works', target: `${receiver.url}/works` }),
    ];
    await watchBacklog(channels);
    await waiting(at(0));
    await judge(5);
    const telling = tellDue(at(5));
    const noticesOf = async () => (await openAlerts(at(5)))[0]?.notices ?? [];
    await vi.waitFor(async () => {
      expect((await noticesOf()).find(({ channel: name }) => name === 'Works')?.sentAt).not.toBeNull();
    });
    expect((await noticesOf()).find(({ channel: name }) => name === 'Hangs')).toMatchObject({
      tries: 1,
      sentAt: null,
    });
    expect(await tellDue(at(5))).toEqual({ told: 0, failed: 0 });
    expect(await telling).toEqual({ told: 1, failed: 1 });
    const hung = (await noticesOf()).find(({ channel: name }) => name === 'Hangs');
    expect(keptInEnglish(hung?.failure ?? '')).toMatch(/did not answer within 10 s/);
    expect(await tellDue(at(6))).toEqual({ told: 1, failed: 0 });
    expect(receiver.calls.map(({ path }) => path).sort()).toEqual(['/hangs', '/hangs', '/works']);
  } finally {
    await receiver.close();
  }
});
