import 'server-only';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { recordAlone } from '@/lib/audit/store';
import { isLocale } from '@/lib/language/locales';
import { LOCALE_COOKIE } from '@/lib/preferences';
import { peerOf } from './peer';

/** The library's cookie between password and code; its value leads to the person. */
const CHALLENGE_COOKIE = 'two_factor';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The paths of the library at which somebody comes to be signed in, and by what. */
const WAYS: Readonly<Record<string, string>> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'backup code',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'single sign-on',
};

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

async function challengeOf(ctx: Pick<Middleware, 'context' | 'getSignedCookie'>): Promise<string | null> {
  const cookie = ctx.context.createAuthCookie(CHALLENGE_COOKIE);
  return (await ctx.getSignedCookie(cookie.name, ctx.context.secret)) || null;
}

/**
 * What the desk adds to the library: who has given the password and owes the code, and a witness of every sign-in,
 * by whatever way, who logs it and brings the person's language along. It stands behind the plugin of the second step,
 * which takes back the session of who has only given the password.
 */
export function signInPlugin() {
  return {
    id: 'concilia-sign-in',
    endpoints: {
      personWhoOwesCode: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
        const challenge = await challengeOf(ctx);
        const found = challenge && (await ctx.context.internalAdapter.findVerificationValue(challenge));
        if (!found || found.expiresAt < new Date()) return null;
        const person = await ctx.context.internalAdapter.findUserById(found.value);
        return person && { id: person.id, email: person.email };
      }),
    },
    hooks: {
      after: [
        {
          matcher: (ctx) => ctx.path === '/passkey/verify-registration',
          handler: createAuthMiddleware(async (ctx) => {
            const person = ctx.context.session?.user;
            if (!person || ctx.context.returned instanceof APIError) return;
            await recordAlone({
              actor: person.email,
              action: 'second_factor_changed',
              objectKind: 'person',
              objectId: person.id,
              address: ctx.headers ? peerOf(ctx.headers) : null,
              detail: { added: 'passkey' },
            });
          }),
        },
        {
          matcher: (ctx) => ctx.path !== undefined && Object.hasOwn(WAYS, ctx.path),
          handler: createAuthMiddleware(async (ctx) => {
            const signedIn = ctx.context.newSession;
            if (!signedIn) return;
            // With a session already, a code only proves that the app on somebody's phone is set up.
            if (ctx.path.startsWith('/two-factor/') && !(await challengeOf(ctx))) return;
            const { id, email, locale } = signedIn.user as typeof signedIn.user & { locale?: unknown };
            if (isLocale(locale)) {
              ctx.setCookie(LOCALE_COOKIE, locale, {
                path: '/',
                maxAge: YEAR_SECONDS,
                sameSite: 'lax',
                httpOnly: true,
              });
            }
            await recordAlone({
              actor: email,
              action: 'signed_in',
              objectKind: 'person',
              objectId: id,
              address: ctx.headers ? peerOf(ctx.headers) : null,
              detail: { by: WAYS[ctx.path] },
            });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
