import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">Not found</h1>
      <EmptyState icon={Compass} title="There is no such page" actions={<ButtonLink href="/">Go to Home</ButtonLink>}>
        The address may be mistyped, or what it named was never received.
      </EmptyState>
    </main>
  );
}
