import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Room } from '@/lib/language/catalogue';

/** What the frame says on every page, the states and kinds, buttons and dialogs, and what a masked value says. */
const EVERYWHERE: readonly Room[] = ['frame', 'words', 'controls', 'reveal'];

/**
 * The rooms of the catalogue that client components below may use, and the frame's. What is only said by the server is
 * not sent: the whole catalogue in every page would weigh more than the page.
 */
export async function Messages({ rooms, children }: { readonly rooms: readonly Room[]; readonly children: ReactNode }) {
  const all = await getMessages();
  const sent = Object.fromEntries([...EVERYWHERE, ...rooms].map((room) => [room, all[room]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
