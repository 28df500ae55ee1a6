import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { auth } from './auth';

export type Viewer = { readonly id: string; readonly name: string; readonly email: string };

/** Who is signed in, or `null`; asked once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const asked = await headers(); // first: it tells the build that there is nothing to prerender
  const session = await auth().api.getSession({ headers: asked });
  return session && { id: session.user.id, name: session.user.name, email: session.user.email };
});

/** Who is signed in; anybody else is sent to the sign-in page. For every page and action of the desk. */
export async function requireViewer(): Promise<Viewer> {
  return (await currentViewer()) ?? redirect('/sign-in');
}
