// A session of the first administrator as a cookie, made by one process: any other must take it.

import { auth } from '@/lib/access/auth';
import { disconnect } from '@/lib/db';
import { env } from '@/lib/env';

const { ADMIN_EMAIL, ADMIN_PASSWORD = '' } = env();
const answer = await auth().api.signInEmail({
  body: { email: ADMIN_EMAIL, password: ADMIN_PASSWORD },
  asResponse: true,
});
if (!answer.ok) throw new Error(`Signing in answered ${answer.status}.`);
console.log(
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; '),
);
await disconnect();
