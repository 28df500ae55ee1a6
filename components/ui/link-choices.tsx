import Link from 'next/link';
import { classNames } from './class-names';

export type LinkChoice = { readonly href: string; readonly label: string; readonly isCurrent: boolean };

/** One of a few, each an address: a filter that works before any script has run. */
export function LinkChoices({ label, choices }: { readonly label: string; readonly choices: readonly LinkChoice[] }) {
  return (
    <nav aria-label={label} className="flex min-w-0 flex-wrap items-center gap-1.5">
      <span aria-hidden className="text-xs font-medium text-ink-2">
        {label}
      </span>
      <span className="inline-flex flex-wrap gap-0.5 rounded-lg border border-line bg-sunken p-0.5">
        {choices.map((choice) => (
          <Link
            key={choice.href}
            href={choice.href}
            aria-current={choice.isCurrent ? 'true' : undefined}
            className={classNames(
              'rounded-md px-2 py-1 text-xs font-medium whitespace-nowrap text-ink-2 hover:text-ink',
              choice.isCurrent && 'bg-surface text-ink shadow-xs',
            )}
          >
            {choice.label}
          </Link>
        ))}
      </span>
    </nav>
  );
}
