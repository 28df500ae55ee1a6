'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { canonicalRefundsHref } from './refund-links';

/** The form around the filters of the refunds. */
export function RefundForm({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const t = useTranslations('refunds');
  return (
    <SearchForm action="/refunds" label={t('filter.form')} hrefOf={canonicalRefundsHref} className={className}>
      {children}
    </SearchForm>
  );
}
