import { addDays } from 'date-fns';
import { afterAll, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { tokenHash } from './invitation';
import { invitationOf, invite, join, pendingInvitations, revokeInvitation } from './invitation.store';
import { signInWithPassword } from './sign-in';

const BY = { actor: 'admin@desk.test', address: '192.0.2.1' };
const PASSWORD = 'a mango for every parrot';
afterAll(disconnect);

async function invited(email: string, role: 'support' | 'analyst' = 'support'): Promise<string> {
  const made = await invite({ email, role }, BY);
  if (made.outcome !== 'invited') throw new Error(made.outcome);
  return made.token;
}

test('whoever was invited joins with that role, once, and signs in', async () => {
  const token = await invited('New.Person@Desk.test');
  expect(await invitationOf(token, new Date())).toMatchObject({ email: 'new.person@desk.test', state: 'open' });
  expect(await join({ token, name: 'New', password: 'password1234' }, null)).toEqual({
    outcome: 'fault',
    fault: 'common',
  });
  expect(await join({ token, name: 'New', password: PASSWORD }, '192.0.2.5')).toEqual({
    outcome: 'joined',
    email: 'new.person@desk.test',
  });
  const right = { email: 'new.person@desk.test', password: PASSWORD };
  expect(await signInWithPassword(right, new Headers())).toEqual({ outcome: 'signed_in' });
  expect(await prisma().user.findUnique({ where: { email: right.email } })).toMatchObject({
    role: 'support',
    name: 'New',
  });
  expect(await join({ token, name: 'Again', password: PASSWORD }, null)).toEqual({ outcome: 'closed', state: 'used' });
  const [entry] = await prisma().auditEntry.findMany({ where: { action: 'invitation_accepted' } });
  expect(entry).toMatchObject({ actor: 'new.person@desk.test', address: '192.0.2.5', detail: { role: 'support' } });
});

test('two who use one link at the same moment make one account', async () => {
  const token = await invited('twice@desk.test');
  const outcomes = await Promise.all(
    ['One', 'Two', 'Three'].map((name) => join({ token, name, password: PASSWORD }, null)),
  );
  expect(outcomes.map((one) => (one.outcome === 'closed' ? one.state : one.outcome)).sort()).toEqual([
    'joined',
    'used',
    'used',
  ]);
});

test('unknown, expired and withdrawn links open nothing and say which they are', async () => {
  const asked = (token: string) => join({ token, name: 'Nobody', password: PASSWORD }, null);
  expect(await asked('no such token')).toEqual({ outcome: 'closed', state: 'unknown' });
  const late = await invited('late@desk.test');
  const hash = tokenHash(late);
  await prisma().invitation.update({ where: { tokenHash: hash }, data: { expiresAt: addDays(new Date(), -1) } });
  expect(await asked(late)).toEqual({ outcome: 'closed', state: 'expired' });
  const token = await invited('withdrawn@desk.test');
  const { id = '' } = (await invitationOf(token, new Date())) ?? {};
  expect(await revokeInvitation(id, BY)).toBe(true);
  expect(await revokeInvitation(id, BY)).toBe(false);
  expect(await asked(token)).toEqual({ outcome: 'closed', state: 'revoked' });
  expect(await prisma().user.count({ where: { email: { in: ['late@desk.test', 'withdrawn@desk.test'] } } })).toBe(0);
});

test('a later invitation ends the earlier one, and nobody who is here is invited', async () => {
  const first = await invited('again@desk.test');
  const second = await invited('AGAIN@desk.test', 'analyst');
  expect((await invitationOf(first, new Date()))?.state).toBe('revoked');
  expect((await invitationOf(second, new Date()))?.role).toBe('analyst');
  expect((await pendingInvitations(new Date())).filter(({ email }) => email === 'again@desk.test')).toHaveLength(1);
  await join({ token: second, name: 'Here', password: PASSWORD }, null);
  expect(await invite({ email: 'Again@desk.test', role: 'admin' }, BY)).toEqual({ outcome: 'is_here' });
});

test('the token is nowhere in the database', async () => {
  const token = await invited('hidden@desk.test');
  const rows = await prisma().$queryRaw<{ text: string }[]>`
    SELECT i::text AS text FROM invitations i UNION ALL SELECT a::text FROM audit_entries a`;
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
});
