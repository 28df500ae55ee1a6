import { classNames } from '@/components/ui/class-names';

/** The mark: an open circle that a payment closes. */
export function BrandMark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={classNames('size-7 shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M20.6 11.2a6.6 6.6 0 1 0 0 9.6"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
      <circle cx="22.6" cy="16" r="2.4" className="fill-on-accent" />
    </svg>
  );
}
