import { Compass } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Nothing has that address; the frame stays. */
export default function DeskNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={Compass}
        title="There is nothing here"
        actions={
          <>
            <ButtonLink href="/transactions">All transactions</ButtonLink>
            <ButtonLink href="/">Home</ButtonLink>
          </>
        }
      >
        The address may be mistyped, or what it names was never received. Search knows every identifier a provider sent.
      </EmptyState>
    </>
  );
}
