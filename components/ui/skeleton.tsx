import { classNames } from './class-names';

/** A grey bar where text will stand. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={classNames('block h-3.5 animate-pulse rounded-sm bg-line', className)} />;
}
