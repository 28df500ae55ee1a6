import { randomUUID } from 'node:crypto';
import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { OIDC, sso } from './auth';
import { invite } from './invitation.store';
import { PEER_HEADER } from './peer';
import { viewerOf } from './session';

const issuer = new OAuth2Server();
/** Whom the issuer says it has before it. */
let claims: Record<string, unknown> = {};

beforeAll(async () => {
  await issuer.issuer.keys.generate('RS256');
  await issuer.start(undefined, 'localhost');
  issuer.service.on('beforeTokenSigning', (token: { payload: object }) => Object.assign(token.payload, claims));
  process.env.OIDC_ISSUER = issuer.issuer.url ?? '';
  process.env.OIDC_CLIENT_ID = 'concilia-tests';
  process.env.OIDC_CLIENT_SECRET = 'a-secret-between-two-tests';
  process.env.OIDC_ROLES = 'finance:analyst,bosses:admin';
});
afterAll(async () => {
  await issuer.stop();
  await disconnect();
});

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .filter((cookie) => !/Max-Age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Goes the way a browser goes: to the issuer, back with a code, and in, or back to the sign-in page with a reason. */
async function signIn(who: Record<string, unknown>) {
  claims = who;
  const asked = new Headers({ [PEER_HEADER]: '192.0.2.1' });
  const body = { provider: OIDC, callbackURL: '/', errorCallbackURL: '/sign-in' };
  const begun = await sso().api.signInSocial({ body, headers: asked, returnHeaders: true });
  const back = (await fetch(begun.response.url ?? '', { redirect: 'manual' })).headers.get('location') ?? '';
  const headers = { cookie: cookiesOf(begun.headers), [PEER_HEADER]: '192.0.2.1' };
  const answer = await sso().handler(new Request(back, { headers }));
  const location = new URL(answer.headers.get('location') ?? '', 'http://localhost:3000');
  const viewer = await viewerOf(new Headers({ cookie: cookiesOf(answer.headers) }));
  return { path: location.pathname, error: location.searchParams.get('error'), viewer };
}

const ana = { sub: 'ana', email: 'ana@acme.test', email_verified: true, name: 'Ana' };

test('nobody comes in uninvited, nor with an e-mail that the issuer does not vouch for', async () => {
  expect(await signIn(ana)).toEqual({ path: '/sign-in', error: 'not_invited', viewer: null });
  expect(await signIn({ ...ana, email_verified: false })).toMatchObject({ error: 'email_not_verified', viewer: null });
  expect(await prisma().user.count()).toBe(0);
});

test('whoever was invited comes in with that role, and later with the one that their groups give', async () => {
  await invite({ email: ana.email, role: 'support' }, { actor: 'admin@desk.test', address: null });
  expect(await signIn(ana)).toMatchObject({ path: '/', error: null, viewer: { email: ana.email, role: 'support' } });
  expect((await prisma().invitation.findFirst())?.acceptedAt).not.toBeNull();
  expect((await signIn({ ...ana, groups: ['finance'] })).viewer?.role).toBe('analyst');
  // Groups that give no role take none away.
  expect((await signIn({ ...ana, groups: ['chess'] })).viewer?.role).toBe('analyst');
  const log = await prisma().auditEntry.findMany({ where: { objectKind: 'person' }, orderBy: { seq: 'asc' } });
  expect(log.map(({ action, address }) => [action, address]).slice(0, 3)).toEqual([
    ['invitation_accepted', '192.0.2.1'],
    ['signed_in', '192.0.2.1'],
    ['role_changed', null],
  ]);
});

test('of what the issuer sends only who it is is kept', async () => {
  const accounts = await prisma().account.findMany({ where: { providerId: OIDC } });
  expect(accounts).toHaveLength(1);
  expect(accounts[0]).toMatchObject({ accountId: 'ana', accessToken: null, refreshToken: null, idToken: null });
});

test('somebody who is here already is the same person, and nobody takes over an e-mail that is not vouched for', async () => {
  const [id, email] = [randomUUID(), 'here@acme.test'];
  await prisma().user.create({ data: { id, name: 'Here', email, emailVerified: true, role: 'approver' } });
  expect(await signIn({ sub: 'thief', email, email_verified: false })).toMatchObject({
    path: '/sign-in',
    viewer: null,
  });
  expect((await signIn({ sub: 'here', email, email_verified: true, name: 'Other' })).viewer).toMatchObject({
    id,
    name: 'Here',
    role: 'approver',
  });
  await prisma().user.update({ where: { id }, data: { disabledAt: new Date() } });
  expect(await signIn({ sub: 'here', email, email_verified: true })).toMatchObject({ path: '/sign-in', viewer: null });
});
