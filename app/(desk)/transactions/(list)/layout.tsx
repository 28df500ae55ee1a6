import type { ReactNode } from 'react';
import { requireRight } from '@/lib/access/session';

/** Asks before the list's skeleton is sent: after that the answer's status can no longer say that the right is missing. */
export default async function ListLayout({ children }: { readonly children: ReactNode }) {
  await requireRight('browse');
  return children;
}
