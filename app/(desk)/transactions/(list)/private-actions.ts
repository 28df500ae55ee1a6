'use server';

import { listHref } from '@/components/transactions/list-links';
import { requireRight } from '@/lib/access/session';
import { addressable } from '@/lib/search-private-address';
import { readListQuery } from '@/lib/transactions/filters';

/** The address of the list for a filled form with an account number or a tax id in it, which is posted, never asked for. */
export async function privateAddress(search: string): Promise<string> {
  const viewer = await requireRight('browse');
  const { query } = readListQuery(new URLSearchParams(String(search)));
  return listHref({ ...query, cursor: null, filters: await addressable(viewer.id, query.filters, new Date()) });
}
