'use server';

import { requireRight } from '@/lib/access/session';
import { isPrivateList, type PrivateListName } from '@/lib/private-lists';
import { addressable } from '@/lib/search-private-address';

/** The query string of a list for a filled form with a personal value in it, which is posted, never asked for. */
export async function keepPrivate(list: PrivateListName, search: string): Promise<string> {
  const viewer = await requireRight('browse');
  const asked = new URLSearchParams(String(search));
  return isPrivateList(list) ? (await addressable(viewer.id, list, asked, new Date())).toString() : '';
}
