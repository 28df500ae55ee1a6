import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { auth } from './auth';
import { PEER_HEADER } from './peer';
import { changeRole, disablePerson, enablePerson, endSessionsOf } from './people.store';
import { viewerOf } from './session';
import { signInWithPassword } from './sign-in';

const PASSWORD = 'a mango for every parrot';
const BY = { actor: 'admin@desk.test', address: null };
const from = (address: string, cookie = '') => new Headers({ [PEER_HEADER]: address, cookie });

async function person(email: string, role = 'analyst'): Promise<string> {
  const id = randomUUID();
  const { password } = await auth().$context;
  await prisma().user.create({ data: { id, name: email, email, emailVerified: true, role } });
  await prisma().account.create({
    data: {
      id: randomUUID(),
      accountId: id,
      userId: id,
      providerId: 'credential',
      password: await password.hash(PASSWORD),
    },
  });
  return id;
}

/** Signs in as a browser does that keeps its cookies; the headers of its next request. */
async function browserOf(email: string): Promise<Headers> {
  const body = { email, password: PASSWORD };
  const { headers } = await auth().api.signInEmail({ body, headers: from('192.0.2.1'), returnHeaders: true });
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return from('192.0.2.1', cookies.join('; '));
}

beforeAll(async () => {
  await person('admin@desk.test', 'admin');
});
afterAll(disconnect);

test('right and wrong, known and unknown: one answer for whatever is not right', async () => {
  await person('ana@desk.test');
  const tries = [
    { email: 'ana@desk.test', password: PASSWORD },
    { email: 'ana@desk.test', password: 'something else entirely' },
    { email: 'nobody@desk.test', password: PASSWORD },
    { email: 'not an e-mail', password: PASSWORD },
    { email: 'ana@desk.test', password: 'x'.repeat(400) },
  ];
  const outcomes: string[] = [];
  for (const one of tries) outcomes.push((await signInWithPassword(one, from('192.0.2.2'))).outcome);
  expect(outcomes).toEqual(['signed_in', 'refused', 'refused', 'refused', 'refused']);
});

test('10,000 tries at an account, many at once: five are checked, the right password waits too, and then works from elsewhere', async () => {
  const email = 'besieged@desk.test';
  await person(email);
  const noon = new Date('2026-03-14T12:00:00Z');
  const counts = new Map<string, number>();
  const attack = async (i: number) => {
    const { outcome } = await signInWithPassword(
      { email, password: `guess number ${i}` },
      from(`198.51.100.${i % 250}`),
      noon,
    );
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  };
  for (let done = 0; done < 10_000; done += 20)
    await Promise.all(Array.from({ length: 20 }, (_, i) => attack(done + i)));
  expect(Object.fromEntries(counts)).toEqual({ refused: 5, locked: 9995 });

  const right = { email, password: PASSWORD };
  const elsewhere = from('203.0.113.9');
  expect(await signInWithPassword(right, elsewhere, noon)).toEqual({
    outcome: 'locked',
    until: new Date(+noon + 60_000),
  });
  expect(await signInWithPassword(right, elsewhere, new Date(+noon + 60_001))).toEqual({ outcome: 'signed_in' });
  // Once it was right everything begins anew.
  expect((await signInWithPassword({ email, password: 'one slip of the finger' }, elsewhere, noon)).outcome).toBe(
    'refused',
  );
});

test('an e-mail nobody has is made to wait like any other, and is not written down', async () => {
  const wrong = { email: 'a-secret-typed-here@desk.test', password: 'something else entirely' };
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++) outcomes.push((await signInWithPassword(wrong, from(`192.0.2.${20 + i}`))).outcome);
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'locked']);
  const entries = await prisma().auditEntry.findMany({
    where: { action: 'sign_in_refused' },
    orderBy: { seq: 'desc' },
  });
  expect(entries[0]).toMatchObject({
    actor: 'unknown',
    address: '192.0.2.24',
    detail: { step: 'password', wait: true },
  });
  expect(JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    'a-secret',
  );
});

test('one address that tries one account after the other waits as well', async () => {
  const outcomes: string[] = [];
  const address = from('2001:db8:1:2::7');
  for (let i = 0; i < 51; i++) {
    const email = `account-${i}@desk.test`;
    outcomes.push((await signInWithPassword({ email, password: 'something else entirely' }, address)).outcome);
  }
  expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(50);
  expect(outcomes.at(-1)).toBe('locked');
  // Its neighbour is the same network, another network is not.
  await person('bystander@desk.test');
  const right = { email: 'bystander@desk.test', password: PASSWORD };
  expect((await signInWithPassword(right, from('2001:db8:1:2::8'))).outcome).toBe('locked');
  expect((await signInWithPassword(right, from('2001:db8:1:3::8'))).outcome).toBe('signed_in');
});

test('a role changed in mid-session is in force at the next request', async () => {
  const id = await person('climber@desk.test', 'viewer');
  const browser = await browserOf('climber@desk.test');
  expect((await viewerOf(browser))?.role).toBe('viewer');
  expect(await changeRole(id, 'approver', BY)).toBe('done');
  expect((await viewerOf(browser))?.role).toBe('approver');
  await prisma().user.update({ where: { id }, data: { role: 'a role of tomorrow' } });
  expect((await viewerOf(browser))?.role).toBe('viewer');
});

test('a cookie that was stolen is worth nothing after the sign-out', async () => {
  await person('robbed@desk.test');
  const browser = await browserOf('robbed@desk.test');
  expect((await viewerOf(browser))?.email).toBe('robbed@desk.test');
  await auth().api.signOut({ headers: browser });
  expect(await viewerOf(browser)).toBeNull();
});

test('somebody disabled is out at once, comes in no more, and may be enabled again', async () => {
  const id = await person('leaver@desk.test');
  const browser = await browserOf('leaver@desk.test');
  expect(await disablePerson(id, BY)).toBe('done');
  expect(await viewerOf(browser)).toBeNull();
  const right = { email: 'leaver@desk.test', password: PASSWORD };
  expect(await signInWithPassword(right, from('192.0.2.40'))).toEqual({ outcome: 'refused' });
  expect(await prisma().session.count({ where: { userId: id } })).toBe(0);
  expect(await enablePerson(id, BY)).toBe('done');
  expect(await signInWithPassword(right, from('192.0.2.40'))).toEqual({ outcome: 'signed_in' });
  expect(await endSessionsOf(id, BY)).toBe(1);
});

test('the last administrator stays one, also when two step down at once', async () => {
  const others = await prisma().user.findMany({ where: { role: 'admin' } });
  const first = others[0]?.id ?? '';
  expect(others).toHaveLength(1);
  expect(await changeRole(first, 'viewer', BY)).toBe('last_admin');
  expect(await disablePerson(first, BY)).toBe('last_admin');
  const second = await person('second-admin@desk.test', 'admin');
  const outcomes = await Promise.all([changeRole(first, 'viewer', BY), changeRole(second, 'viewer', BY)]);
  expect(outcomes.sort()).toEqual(['done', 'last_admin']);
  expect(await prisma().user.count({ where: { role: 'admin' } })).toBe(1);
});

test('nothing of the library lets anybody make an account', async () => {
  const post = (at: string, body: object) =>
    auth().handler(
      new Request(`http://localhost:3000/api/auth/${at}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
        body: JSON.stringify(body),
      }),
    );
  const before = await prisma().user.count();
  const answer = await post('sign-up/email', { email: 'me@evil.test', password: PASSWORD, name: 'Me', role: 'admin' });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await prisma().user.count()).toBe(before);
});
