'use server';

import { redirect } from 'next/navigation';
import { requireRight } from '@/lib/access/session';
import { addressOfSearch } from './address';

/** Leads to the answer of what was typed. Posted, so that nothing private is ever asked for by its address. */
export async function askSearch(data: FormData): Promise<void> {
  const viewer = await requireRight('ask');
  const typed = data.get('text');
  redirect(await addressOfSearch(viewer, typeof typed === 'string' ? typed : ''));
}
