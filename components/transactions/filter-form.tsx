'use client';

import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { canonicalSearch } from './list-links';

/** The form around the list's filters. */
export function FilterForm({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <SearchForm action="/transactions" label="Filter transactions" hrefOf={canonicalHref} className={className}>
      {children}
    </SearchForm>
  );
}

function canonicalHref(search: URLSearchParams): string {
  const text = canonicalSearch(search);
  return text ? `/transactions?${text}` : '/transactions';
}
