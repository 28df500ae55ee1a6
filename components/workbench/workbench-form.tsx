'use client';

import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { canonicalWorkbenchHref } from '@/lib/reconciliation/workbench-query';

/** The form around the filters of the lines. */
export function WorkbenchForm({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <SearchForm
      action="/reconciliation/workbench"
      label="Filter lines"
      hrefOf={canonicalWorkbenchHref}
      className={className}
    >
      {children}
    </SearchForm>
  );
}
