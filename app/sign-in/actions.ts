'use server';

import { APIError } from 'better-auth/api';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '@/lib/access/auth';
import { safeNextPath } from '@/lib/access/next-path';

export type SignInState = { readonly error: string | null; readonly email: string };

/** Signs in with e-mail and password and goes on to `next`. One answer for a wrong e-mail and a wrong password. */
export async function signIn(_before: SignInState, data: FormData): Promise<SignInState> {
  const [email, password] = [text(data, 'email').trim(), text(data, 'password')];
  if (!email || !password) return { error: 'Type your e-mail and your password.', email };
  try {
    await auth().api.signInEmail({ body: { email, password }, headers: await headers() });
  } catch (error) {
    const isRefusal = error instanceof APIError && error.statusCode >= 400 && error.statusCode < 500;
    if (!isRefusal) throw error;
    return error.statusCode === 429
      ? { error: 'Too many attempts. Wait a minute and try again.', email }
      : { error: 'This e-mail and password do not belong together. Check both and try again.', email };
  }
  redirect(safeNextPath(data.get('next')));
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
