'use server';

import { rememberLocale } from '@/lib/preferences';

/** Remembers the language of somebody who has not signed in; one that the desk does not have changes nothing. */
export async function chooseLanguage(data: FormData): Promise<void> {
  await rememberLocale(data.get('locale'));
}
