'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Privately, privateForm } from '@/components/private/privately';
import { SearchForm } from '@/components/ui/search-form';
import { hasTyped } from '@/lib/private-typed';
import { canonicalWorkbenchHref } from '@/lib/reconciliation/workbench-query';

type Props = { readonly privately: Privately; readonly children: ReactNode; readonly className?: string };

/** The form around the filters of the lines. */
export function WorkbenchForm({ privately, children, className }: Props) {
  const t = useTranslations('workbench');
  return (
    <SearchForm
      action="/reconciliation/workbench"
      label={t('filter.form')}
      hrefOf={canonicalWorkbenchHref}
      privately={privateForm('workbench', (search) => hasTyped('workbench', search), privately)}
      className={className}
    >
      {children}
    </SearchForm>
  );
}
