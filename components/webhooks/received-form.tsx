'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { canonicalHref } from './received-href';

/** The form around search and filters of what was received. */
export function ReceivedForm({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const t = useTranslations('deliveries');
  return (
    <SearchForm action="/webhooks" label={t('filter')} hrefOf={canonicalHref} className={className}>
      {children}
    </SearchForm>
  );
}
