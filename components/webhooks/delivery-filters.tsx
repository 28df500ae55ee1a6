import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { type DeliveryFilters, RESULTS } from '@/lib/events/received';
import { PROVIDER_LABELS, PROVIDERS } from '@/lib/providers/catalogue';
import { RESULT_WORDS } from './delivery-words';
import { webhooksHref } from './webhook-query';

/** The filters of what was received, as links: each choice is an address. */
export function DeliveryFilterBar({ filters }: { readonly filters: DeliveryFilters }) {
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <Choices label="Provider">
        <Choice href={webhooksHref({ filters: { ...filters, provider: null } })} isCurrent={filters.provider === null}>
          All
        </Choice>
        {PROVIDERS.map((provider) => (
          <Choice
            key={provider}
            href={webhooksHref({ filters: { ...filters, provider } })}
            isCurrent={filters.provider === provider}
          >
            {PROVIDER_LABELS[provider]}
          </Choice>
        ))}
      </Choices>
      <Choices label="Result">
        <Choice href={webhooksHref({ filters: { ...filters, result: null } })} isCurrent={filters.result === null}>
          All
        </Choice>
        {RESULTS.map((result) => (
          <Choice
            key={result}
            href={webhooksHref({ filters: { ...filters, result } })}
            isCurrent={filters.result === result}
          >
            {RESULT_WORDS[result].label}
          </Choice>
        ))}
      </Choices>
    </div>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex min-w-0 flex-wrap items-center gap-1.5">
      <span aria-hidden className="text-xs font-medium text-ink-2">
        {label}
      </span>
      <span className="inline-flex flex-wrap gap-0.5 rounded-lg border border-line bg-sunken p-0.5">{children}</span>
    </nav>
  );
}

function Choice({
  href,
  isCurrent,
  children,
}: {
  readonly href: string;
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Link
      href={href}
      aria-current={isCurrent ? 'true' : undefined}
      className={classNames(
        'rounded-md px-2 py-1 text-xs font-medium whitespace-nowrap text-ink-2 hover:text-ink',
        isCurrent && 'bg-surface text-ink shadow-xs',
      )}
    >
      {children}
    </Link>
  );
}
