import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { auth } from './auth';
import { safeNextPath } from './next-path';

export type Viewer = { readonly id: string; readonly name: string; readonly email: string };

/** Who is signed in, or `null`; asked once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const asked = await headers(); // first: it tells the build that there is nothing to prerender
  const session = await auth().api.getSession({ headers: asked });
  return session && { id: session.user.id, name: session.user.name, email: session.user.email };
});

/** Whether the session behind a request's headers still stands; for what goes on long after it was asked for. */
export async function isSignedIn(asked: Headers): Promise<boolean> {
  return (await auth().api.getSession({ headers: asked })) !== null;
}

/** Written by our own server: the path and query that were asked for, which Next does not tell a page. */
const ASKED_FOR_HEADER = 'x-concilia-url';

/** Who is signed in; anybody else is sent to the sign-in page and from there back. For every page and action of the desk. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const next = safeNextPath((await headers()).get(ASKED_FOR_HEADER) ?? undefined);
  redirect(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
}
