import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { totp } from '@/e2e/totp';
import { disconnect, prisma } from '@/lib/db';
import { auth } from './auth';
import { changePassword, confirmCodes, newBackupCodes, startCodes, stopCodes } from './own';
import { PEER_HEADER } from './peer';
import { type Viewer, viewerOf } from './session';
import { signInWithCode } from './sign-in';

const PASSWORD = 'a mango for every parrot';
const from = (address: string, cookie = '') => new Headers({ [PEER_HEADER]: address, cookie });
afterAll(disconnect);

async function person(email: string): Promise<Viewer> {
  const id = randomUUID();
  const { password } = await auth().$context;
  const hash = await password.hash(PASSWORD);
  await prisma().user.create({ data: { id, name: email, email, emailVerified: true, role: 'analyst' } });
  await prisma().account.create({
    data: { id: randomUUID(), accountId: id, userId: id, providerId: 'credential', password: hash },
  });
  return { id, name: email, email, role: 'analyst' };
}

/** Gives the password as a browser does that keeps its cookies; the headers of its next request. */
async function browserOf(email: string, address = '192.0.2.1', password = PASSWORD): Promise<Headers> {
  const { headers } = await auth().api.signInEmail({
    body: { email, password },
    headers: from(address),
    returnHeaders: true,
  });
  const cookies = headers
    .getSetCookie()
    .filter((cookie) => !/Max-Age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0]);
  return from(address, cookies.join('; '));
}

async function withCodes(email: string) {
  const viewer = await person(email);
  const started = await startCodes(viewer, PASSWORD, await browserOf(email));
  if (started.outcome !== 'started') throw new Error(started.outcome);
  return { viewer, ...started };
}

test('codes are asked for once a first one has confirmed them, and not before', async () => {
  const { viewer, secret, uri } = await withCodes('codes@desk.test');
  expect(uri).toMatch(/^otpauth:\/\/totp\/Concilia:codes%40desk\.test\?/);
  expect(await viewerOf(await browserOf(viewer.email))).not.toBeNull();
  expect(await confirmCodes(viewer, '000000', await browserOf(viewer.email))).toBe(false);
  expect(await confirmCodes(viewer, totp(secret), await browserOf(viewer.email))).toBe(true);

  const half = await browserOf(viewer.email);
  expect(await viewerOf(half)).toBeNull();
  expect(await signInWithCode('not six digits', half)).toEqual({ outcome: 'refused' });
  const next = totp(secret, 1);
  expect(await signInWithCode(` ${next.slice(0, 3)} ${next.slice(3)} `, half)).toEqual({ outcome: 'signed_in' });
  // Seen over a shoulder, the same digits open nothing a second time.
  expect(await signInWithCode(next, await browserOf(viewer.email))).toEqual({ outcome: 'refused' });
  const log = await prisma().auditEntry.findMany({ where: { objectId: viewer.id }, orderBy: { seq: 'asc' } });
  expect(log.map(({ action, detail }) => [action, detail])).toEqual(
    expect.arrayContaining([
      ['second_factor_changed', { added: 'codes' }],
      ['signed_in', { by: 'code' }],
    ]),
  );
});

test('a backup code opens once, and new ones end the old ones', async () => {
  const { viewer, secret, backupCodes } = await withCodes('backup@desk.test');
  await confirmCodes(viewer, totp(secret), await browserOf(viewer.email));
  const [first = '', second = ''] = backupCodes;
  expect(await signInWithCode(first, await browserOf(viewer.email))).toEqual({ outcome: 'signed_in' });
  expect(await signInWithCode(first, await browserOf(viewer.email))).toEqual({ outcome: 'refused' });
  const asked = await sessionOf(viewer);
  const renewed = await newBackupCodes(viewer, PASSWORD, asked);
  if (renewed.outcome !== 'made') throw new Error(renewed.outcome);
  expect(await signInWithCode(second, await browserOf(viewer.email))).toEqual({ outcome: 'refused' });
  expect(await signInWithCode(renewed.backupCodes[0] ?? '', await browserOf(viewer.email))).toEqual({
    outcome: 'signed_in',
  });
});

/** A browser that is signed in, whatever that takes: a code is given where one is owed. */
async function sessionOf(viewer: Viewer): Promise<Headers> {
  await prisma().user.update({ where: { id: viewer.id }, data: { twoFactorEnabled: false } });
  const asked = await browserOf(viewer.email);
  await prisma().user.update({ where: { id: viewer.id }, data: { twoFactorEnabled: true } });
  return asked;
}

test('five wrong codes bring a wait, also with the password given anew and from elsewhere', async () => {
  const { viewer, secret } = await withCodes('guessed@desk.test');
  await confirmCodes(viewer, totp(secret), await browserOf(viewer.email));
  const outcomes: string[] = [];
  for (let i = 0; i < 8; i++) {
    const half = await browserOf(viewer.email, `198.51.100.${i}`);
    outcomes.push((await signInWithCode('000000', half)).outcome);
  }
  expect(outcomes).toEqual([...Array(5).fill('refused'), 'locked', 'locked', 'locked']);
  expect((await signInWithCode(totp(secret, 1), await browserOf(viewer.email))).outcome).toBe('locked');
});

test('without the password first no code is asked for', async () => {
  expect(await signInWithCode('123456', from('192.0.2.9'))).toEqual({ outcome: 'expired' });
});

test('codes are switched off with the password only', async () => {
  const { viewer, secret } = await withCodes('off@desk.test');
  await confirmCodes(viewer, totp(secret), await browserOf(viewer.email));
  const asked = await sessionOf(viewer);
  expect(await stopCodes(viewer, 'not my password at all', asked)).toEqual({ outcome: 'wrong' });
  expect(await stopCodes(viewer, PASSWORD, asked)).toEqual({ outcome: 'stopped' });
  expect(await viewerOf(await browserOf(viewer.email))).not.toBeNull();
});

test('a new password ends the other sessions where that is wished, and must be a good one', async () => {
  const viewer = await person('changer@desk.test');
  const [here, elsewhere] = [await browserOf(viewer.email), await browserOf(viewer.email)];
  const change = (current: string, wanted: string, endsOthers: boolean) =>
    changePassword(viewer, { current, wanted, endsOthers }, here);
  expect(await change(PASSWORD, 'password1234', true)).toEqual({ outcome: 'fault', fault: 'common' });
  expect(await change('not my password', 'some other parrot', true)).toEqual({ outcome: 'wrong' });
  expect(await change(PASSWORD, 'some other parrot', false)).toEqual({ outcome: 'changed' });
  expect(await viewerOf(elsewhere)).not.toBeNull();
  expect(await change('some other parrot', 'the third of parrots', true)).toEqual({ outcome: 'changed' });
  expect(await viewerOf(elsewhere)).toBeNull();
  await expect(browserOf(viewer.email)).rejects.toThrow();
  expect(await viewerOf(await browserOf(viewer.email, '192.0.2.1', 'the third of parrots'))).not.toBeNull();
});
