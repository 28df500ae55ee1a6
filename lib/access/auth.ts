import 'server-only';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { nextCookies } from 'better-auth/next-js';
import { prisma } from '@/lib/db';
import { env } from '@/lib/env';

const WEEK_SECONDS = 7 * 24 * 60 * 60;

function createAuth() {
  return betterAuth({
    database: prismaAdapter(prisma(), { provider: 'postgresql' }),
    secret: env().AUTH_SECRET,
    baseURL: env().APP_URL,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    // Every look-up asks the database: an ended session is ended at once.
    session: { expiresIn: WEEK_SECONDS, cookieCache: { enabled: false } },
    user: { additionalFields: { role: { type: 'string', input: false, defaultValue: 'viewer' } } },
    telemetry: { enabled: false },
    plugins: [nextCookies()],
  });
}

const holder = globalThis as typeof globalThis & { conciliaAuth?: ReturnType<typeof createAuth> };

/** Sign-in and sessions; e-mail and password, no open sign-up. */
export function auth() {
  holder.conciliaAuth ??= createAuth();
  return holder.conciliaAuth;
}
