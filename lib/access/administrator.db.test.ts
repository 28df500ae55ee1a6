import { afterAll, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { createFirstAdministrator } from './administrator';
import { signInWithPassword } from './sign-in';

afterAll(disconnect);

test('the first administrator is made once, may administer, and signs in with what was printed', async () => {
  const signIn = await createFirstAdministrator();
  expect(await createFirstAdministrator()).toBeNull();
  expect(await prisma().user.findMany()).toMatchObject([{ email: signIn?.email, role: 'admin', disabledAt: null }]);
  const [email, password] = [signIn?.email ?? '', signIn?.password ?? ''];
  expect(await signInWithPassword({ email, password }, new Headers())).toEqual({ outcome: 'signed_in' });
  expect(password.length).toBeGreaterThanOrEqual(16);
});
