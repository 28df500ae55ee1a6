import { LockKeyhole } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { RIGHTS } from '@/lib/access/rights';
import { ROLE_WORDS } from '@/lib/access/role-words';
import { currentViewer, refusedRight } from '@/lib/access/session';

/** What a page shows to somebody whose role has not the right it needs: which roles have it, and who can give it. */
export default async function Forbidden() {
  const viewer = await currentViewer();
  const right = refusedRight();
  const holders = right && RIGHTS[right].map((role) => ROLE_WORDS[role].name).join(', ');
  return (
    <>
      <h1 className="sr-only">Not for your role</h1>
      <EmptyState icon={LockKeyhole} title="Your role does not include this">
        {viewer && `You are ${ROLE_WORDS[viewer.role].name}. `}
        {holders && `This is for: ${holders}. `}
        An administrator can change your role under Settings.
      </EmptyState>
    </>
  );
}
