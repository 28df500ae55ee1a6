'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '@/lib/access/auth';
import { requireRight } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { keepLocale } from '@/lib/language/locale.store';
import { rememberLocale, YEAR_SECONDS, ZONE_COOKIE } from '@/lib/preferences';
import { isTimeZone } from '@/lib/time-zones';

/** Remembers whose clock a person reads; anything but one of the desk's zones changes nothing. */
export async function chooseZone(data: FormData): Promise<void> {
  await requireRight('ask');
  const zone = data.get('tz');
  if (typeof zone !== 'string' || !isTimeZone(zone)) return;
  (await cookies()).set(ZONE_COOKIE, zone, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
}

/** Remembers in which language a person reads; one that the desk does not have changes nothing. */
export async function chooseLocale(data: FormData): Promise<void> {
  const viewer = await requireRight('ask');
  const locale = await rememberLocale(data.get('locale'));
  if (locale) await keepLocale(viewer.id, locale);
}

/** Ends the session and leads to the sign-in page. */
export async function signOut(): Promise<void> {
  const viewer = await requireRight('ask');
  await logged(viewer, { action: 'signed_out', objectKind: 'person', objectId: viewer.id, detail: {} });
  await auth().api.signOut({ headers: await headers() });
  redirect('/sign-in');
}
