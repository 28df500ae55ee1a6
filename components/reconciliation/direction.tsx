import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Which way money went, seen from the company’s account. */
export function Direction({ direction }: { readonly direction: 'in' | 'out' }) {
  const words = useTranslations('words');
  const Icon = direction === 'in' ? ArrowDownLeft : ArrowUpRight;
  return (
    <span className="inline-flex items-center gap-1 text-xs whitespace-nowrap text-ink-2">
      <Icon aria-hidden className="size-3.5" /> {words(`direction.${direction}`)}
    </span>
  );
}
