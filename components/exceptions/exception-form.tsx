'use client';

import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { canonicalExceptionsHref, type ExceptionsPath } from './exception-links';

type Props = { readonly path: ExceptionsPath; readonly children: ReactNode; readonly className?: string };

/** The form around the filters of the exceptions. */
export function ExceptionForm({ path, children, className }: Props) {
  return (
    <SearchForm
      action={path}
      label="Filter exceptions"
      hrefOf={(search) => canonicalExceptionsHref(search, path)}
      className={className}
    >
      {children}
    </SearchForm>
  );
}
