import type { ReactNode } from 'react';
import { requireRight } from '@/lib/access/session';

/** Above the list's loading state: below it the answer has begun with 200 before a right can be missing. */
export default async function TransactionsLayout({ children }: { readonly children: ReactNode }) {
  await requireRight('browse');
  return children;
}
