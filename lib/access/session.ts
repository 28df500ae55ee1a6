import 'server-only';
import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { said, spoken } from '@/lib/language/said';
import { noteUser } from '@/lib/log';
import { displayReader } from '@/lib/reader';
import { overAllowance } from './allowance';
import { apiError } from './answer';
import { auth } from './auth';
import { safeNextPath } from './next-path';
import { isRole, may, type Right, type Role } from './rights';

export type Viewer = { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };

/** Who is signed in, or `null`; asked once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const asked = await headers(); // first: it tells the build that there is nothing to prerender
  const viewer = await viewerOf(asked);
  if (viewer) noteUser(viewer.id);
  return viewer;
});

/** Whoever stands behind a request's headers now; for what goes on long after it was asked for. */
export async function viewerOf(asked: Headers): Promise<Viewer | null> {
  const session = await auth().api.getSession({ headers: asked });
  if (!session || session.user.disabledAt) return null;
  const { id, name, email, role } = session.user;
  // A role that this version does not know gives the least.
  return { id, name, email, role: isRole(role) ? role : 'viewer' };
}

/** Written by our own server: the path and query that were asked for, which Next does not tell a page. */
const ASKED_FOR_HEADER = 'x-concilia-url';

/** The right that this request lacked, for the page that says so. */
const refusal = cache((): { right: Right | null } => ({ right: null }));

export const refusedRight = (): Right | null => refusal().right;

/**
 * The signed-in person, who has the right; for every page and action of the desk. Anybody else is sent to the sign-in
 * page and from there back, or told that the right is missing (403).
 */
export async function requireRight(right: Right): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer && may(viewer, right)) return viewer;
  if (viewer) {
    refusal().right = right;
    forbidden();
  }
  const next = safeNextPath((await headers()).get(ASKED_FOR_HEADER) ?? undefined);
  redirect(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
}

/** The same for a route handler of the desk: the person, or the answer 401, 403 or 429. */
export async function viewerFor(right: Right): Promise<Viewer | Response> {
  const viewer = await currentViewer();
  if (!viewer) return apiError(401, 'unauthorized', spoken(said('keys.answer.signIn'), await displayReader()));
  if (may(viewer, right)) {
    return (await overAllowance(right === 'export' ? 'export' : 'desk', viewer.id, displayReader)) ?? viewer;
  }
  return apiError(403, 'forbidden', spoken(said('keys.answer.right', { right }), await displayReader()));
}
