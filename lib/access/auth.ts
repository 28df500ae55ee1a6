import 'server-only';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { nextCookies } from 'better-auth/next-js';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { prisma } from '@/lib/db';
import { env } from '@/lib/env';
import { admitNewcomer, followGroups, noteNewcomer } from './admission';
import { PASSWORD_LENGTH } from './password';
import { PEER_HEADER, peerOf } from './peer';
import type { Role } from './rights';
import { signInPlugin } from './sign-in-plugin';

const HOUR_SECONDS = 60 * 60;
const WEEK_SECONDS = 7 * 24 * HOUR_SECONDS;
/** The one provider of single sign-on, at /api/auth/callback/oidc. */
export const OIDC = 'oidc';

/** What a newcomer's request was found to be given, between the library's question and its writing of the person. */
const givenRoles = new WeakMap<object, Role>();

function createAuth(hasSso: boolean) {
  const { APP_URL, AUTH_SECRET } = env();
  const { origin, hostname, protocol } = new URL(APP_URL);
  return betterAuth({
    appName: 'Concilia',
    database: prismaAdapter(prisma(), { provider: 'postgresql' }),
    secret: AUTH_SECRET,
    baseURL: origin,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    // Every look-up asks the database: an ended session is ended at once.
    session: { expiresIn: WEEK_SECONDS, updateAge: HOUR_SECONDS, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'viewer' },
        disabledAt: { type: 'date', input: false, required: false },
        locale: { type: 'string', input: false, required: false },
      },
      // Only where there may be newcomers: with it the library makes no account outside a request, as we do.
      ...(hasSso && { validateUserInfo: (...asked: Parameters<Validate>) => admit(...asked) }),
    },
    databaseHooks: {
      user: { create: { before: giveRole, after: welcome } },
      session: { create: { before: refuseDisabled } },
      account: { create: { before: withoutTokens } },
    },
    // Nor are the issuer's tokens written at a later sign-in.
    account: { updateAccountOnSignIn: false },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 60,
      customRules: { '/passkey/verify-authentication': { window: 60, max: 20 } },
    },
    advanced: {
      useSecureCookies: protocol === 'https:',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // Only what our own server wrote is believed.
      // Whole, as the list of sessions shows it; who tries too often is counted by network in lock-out.
      ipAddress: { ipAddressHeaders: [PEER_HEADER], ipv6Subnet: 128 },
    },
    onAPIError: { errorURL: `${origin}/sign-in` },
    telemetry: { enabled: false },
    // Each wrong password would be a line: what matters of them is in the audit log.
    logger: { level: 'error' },
    plugins: [
      twoFactor({ issuer: 'Concilia', twoFactorCookieMaxAge: 600 }),
      passkey({
        rpID: hostname,
        rpName: 'Concilia',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          // A passkey stands for password and second step together, so the device must have asked who is there.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo?.userVerified) throw new APIError('UNAUTHORIZED');
          },
        },
      }),
      genericOAuth({ config: hasSso ? oidcProviders() : [] }),
      signInPlugin(),
      nextCookies(), // must be the last
    ],
  });
}

function oidcProviders() {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_TRUST_EMAIL } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      providerId: OIDC,
      discoveryUrl: `${OIDC_ISSUER}/.well-known/openid-configuration`,
      requireIdTokenVerification: true,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      scopes: ['openid', 'email', 'profile'],
      ...(OIDC_TRUST_EMAIL === 'on' && { mapProfileToUser: () => ({ emailVerified: true }) }),
    },
  ];
}

type Validate = NonNullable<NonNullable<Parameters<typeof betterAuth>[0]['user']>['validateUserInfo']>;

/** Asked by the library before a person is written, linked or let in again by single sign-on. */
async function admit({ user, source }: Parameters<Validate>[0], context: Parameters<Validate>[1]) {
  if (source.method !== 'oauth') return;
  const claims = source.oauth?.profile ?? {};
  if (source.action !== 'create-user') {
    if (typeof user.id === 'string') await followGroups(user.id, claims);
    return;
  }
  const admitted = await admitNewcomer(user, claims);
  if ('refusal' in admitted) return { error: admitted.refusal };
  if (context.request) givenRoles.set(context.request, admitted.role);
}

/** Nobody comes to be by a request of the library's, but through single sign-on; ours come with their role. */
async function giveRole(user: Record<string, unknown>, context: { request?: Request | undefined } | null) {
  if (!context?.request) return;
  const role = givenRoles.get(context.request);
  return role ? { data: { ...user, role, emailVerified: true } } : false;
}

/** An account that single sign-on has made is logged; ours are logged where we make them. */
async function welcome(
  { id, email, role }: { id: string; email: string; role?: unknown },
  context: { request?: Request | undefined } | null,
) {
  if (context?.request) await noteNewcomer({ id, email, role: String(role) }, peerOf(context.request.headers));
}

/** We ask the issuer who somebody is and nothing more: what would let us ask in their name is not kept. */
async function withoutTokens(account: Record<string, unknown>) {
  const forgotten = { accessToken: null, refreshToken: null, idToken: null };
  return { data: { ...account, ...forgotten, accessTokenExpiresAt: null, refreshTokenExpiresAt: null, scope: null } };
}

/** Whoever is disabled comes in by no way; asked where every way ends. */
async function refuseDisabled({ userId }: { userId: string }) {
  const person = await prisma().user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  if (!person || person.disabledAt) throw new APIError('UNAUTHORIZED', { code: 'disabled', message: 'disabled' });
}

type Auth = ReturnType<typeof createAuth>;
const holder = globalThis as typeof globalThis & { conciliaAuth?: Auth; conciliaSso?: Auth };

/** Sign-in and sessions: passwords with a second step, passkeys; no open sign-up. */
export function auth(): Auth {
  holder.conciliaAuth ??= createAuth(false);
  return holder.conciliaAuth;
}

/**
 * The same with single sign-on, for where it begins and ends. Apart, because the library asks the issuer for its settings
 * before it does anything: nobody's page waits for an issuer that does not answer.
 */
export function sso(): Auth {
  holder.conciliaSso ??= createAuth(true);
  return holder.conciliaSso;
}
