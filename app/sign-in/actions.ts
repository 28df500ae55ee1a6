'use server';

import { APIError } from 'better-auth/api';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OIDC, sso } from '@/lib/access/auth';
import { safeNextPath } from '@/lib/access/next-path';
import { signInWithCode, signInWithPassword } from '@/lib/access/sign-in';
import { env } from '@/lib/env';

export type SignInState = { readonly error: string | null; readonly email: string };

/** Signs in with e-mail and password and goes on to `next`, or to the second step. */
export async function signIn(_before: SignInState, data: FormData): Promise<SignInState> {
  const t = await getTranslations('signIn');
  const [email, password] = [text(data, 'email').trim(), text(data, 'password')];
  if (!email || !password) return { error: t('problem.empty'), email };
  const next = safeNextPath(data.get('next'));
  const result = await signInWithPassword({ email, password }, await headers());
  switch (result.outcome) {
    case 'signed_in':
      return redirect(next);
    case 'code_owed':
      return redirect(`/sign-in?step=code&next=${encodeURIComponent(next)}`);
    case 'locked':
      return { error: t('problem.locked', { minutes: minutesTo(result.until) }), email };
    case 'refused':
    case 'expired':
      return { error: t('problem.refused'), email };
  }
}

export type CodeState = { readonly error: string | null };

/** The second step: a code of the authenticator app, or a backup code. */
export async function giveCode(_before: CodeState, data: FormData): Promise<CodeState> {
  const t = await getTranslations('signIn');
  const code = text(data, 'code').trim();
  if (!code) return { error: t('problem.emptyCode') };
  const next = safeNextPath(data.get('next'));
  const result = await signInWithCode(code, await headers());
  switch (result.outcome) {
    case 'signed_in':
      return redirect(next);
    case 'locked':
      return { error: t('problem.locked', { minutes: minutesTo(result.until) }) };
    case 'refused':
      return { error: t('problem.wrongCode') };
    case 'expired':
      return redirect(`/sign-in?error=expired&next=${encodeURIComponent(next)}`);
  }
}

/** Leads to the organisation's own sign-in, which leads back to `next`. */
export async function startSso(data: FormData): Promise<void> {
  const next = safeNextPath(data.get('next'));
  const failed = `/sign-in?error=sso&next=${encodeURIComponent(next)}`;
  const { origin } = new URL(env().APP_URL);
  redirect((await authorizationUrl(origin + next, origin + failed)) ?? failed);
}

/** `null` where the issuer cannot be asked. */
async function authorizationUrl(callbackURL: string, errorCallbackURL: string): Promise<string | null> {
  try {
    const body = { provider: OIDC, callbackURL, errorCallbackURL };
    const { url } = await sso().api.signInSocial({ body, headers: await headers() });
    return url ?? null;
  } catch (error) {
    if (error instanceof APIError) return null;
    throw error;
  }
}

function minutesTo(until: Date): number {
  return Math.max(1, Math.ceil((+until - Date.now()) / 60_000));
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
