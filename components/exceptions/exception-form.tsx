'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { canonicalExceptionsHref, type ExceptionsPath } from './exception-links';

type Props = { readonly path: ExceptionsPath; readonly children: ReactNode; readonly className?: string };

/** The form around the filters of the exceptions. */
export function ExceptionForm({ path, children, className }: Props) {
  const t = useTranslations('exceptions');
  return (
    <SearchForm
      action={path}
      label={t('filter.form')}
      hrefOf={(search) => canonicalExceptionsHref(search, path)}
      className={className}
    >
      {children}
    </SearchForm>
  );
}
