'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Privately, privateForm } from '@/components/private/privately';
import { SearchForm } from '@/components/ui/search-form';
import { hasTyped } from '@/lib/private-typed';
import { canonicalRefundsHref } from './refund-links';

type Props = { readonly privately: Privately; readonly children: ReactNode; readonly className?: string };

/** The form around the filters of the refunds. */
export function RefundForm({ privately, children, className }: Props) {
  const t = useTranslations('refunds');
  return (
    <SearchForm
      action="/refunds"
      label={t('filter.form')}
      hrefOf={canonicalRefundsHref}
      privately={privateForm('refunds', (search) => hasTyped('refunds', search), privately)}
      className={className}
    >
      {children}
    </SearchForm>
  );
}
