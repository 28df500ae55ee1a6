import 'server-only';
import { randomBytes } from 'node:crypto';
import { env } from '@/lib/env';
import { auth } from './auth';
import { hasUsers } from './store';

export type SignIn = { readonly email: string; readonly password: string };

/**
 * Creates the first administrator when nobody can sign in yet. Returns the sign-in to be shown once, or `null` when
 * there are users already. The password is ADMIN_PASSWORD, or a random one.
 */
export async function createFirstAdministrator(): Promise<SignIn | null> {
  if (await hasUsers()) return null;
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = env();
  const signIn = { email: ADMIN_EMAIL, password: ADMIN_PASSWORD ?? randomBytes(12).toString('base64url') };
  const { internalAdapter, password } = await auth().$context;
  const user = await internalAdapter.createUser(
    { email: signIn.email, name: 'Administrator', emailVerified: true, role: 'admin' },
    { method: 'admin' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await password.hash(signIn.password),
  });
  return signIn;
}
