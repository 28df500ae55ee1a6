import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages as Catalogue } from '@/lib/language/catalogue';

type Room = keyof Catalogue;

/** What the frame says on every page, and what a masked value says wherever one stands. */
const EVERYWHERE: readonly Room[] = ['frame', 'reveal'];

/**
 * The rooms of the catalogue that client components below may use, and the frame's. What is only said by the server is
 * not sent: the whole catalogue in every page would weigh more than the page.
 */
export async function Messages({ rooms, children }: { readonly rooms: readonly Room[]; readonly children: ReactNode }) {
  const all = await getMessages();
  const sent = Object.fromEntries([...EVERYWHERE, ...rooms].map((room) => [room, all[room]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
