'use client';

import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { canonicalRefundsHref } from './refund-links';

/** The form around the filters of the refunds. */
export function RefundForm({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <SearchForm action="/refunds" label="Filter refunds" hrefOf={canonicalRefundsHref} className={className}>
      {children}
    </SearchForm>
  );
}
