'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { canonicalWorkbenchHref } from '@/lib/reconciliation/workbench-query';

/** The form around the filters of the lines. */
export function WorkbenchForm({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const t = useTranslations('workbench');
  return (
    <SearchForm
      action="/reconciliation/workbench"
      label={t('filter.form')}
      hrefOf={canonicalWorkbenchHref}
      className={className}
    >
      {children}
    </SearchForm>
  );
}
