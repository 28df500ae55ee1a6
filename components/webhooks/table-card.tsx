import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** A card whose wide table scrolls inside it, also by keyboard. */
export function TableCard({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Card className="overflow-hidden">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative overflow-x-auto -outline-offset-2"
      >
        {children}
      </section>
    </Card>
  );
}
