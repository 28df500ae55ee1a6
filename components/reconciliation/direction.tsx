import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';

export const DIRECTION_WORDS = { in: 'In', out: 'Out' } as const;

/** Which way money went, seen from the company’s account. */
export function Direction({ direction }: { readonly direction: 'in' | 'out' }) {
  const Icon = direction === 'in' ? ArrowDownLeft : ArrowUpRight;
  return (
    <span className="inline-flex items-center gap-1 text-xs whitespace-nowrap text-ink-2">
      <Icon aria-hidden className="size-3.5" /> {DIRECTION_WORDS[direction]}
    </span>
  );
}
