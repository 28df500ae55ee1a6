'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Privately, privateForm } from '@/components/private/privately';
import { SearchForm } from '@/components/ui/search-form';
import { hasTyped } from '@/lib/private-typed';
import { canonicalHref } from './received-href';

type Props = { readonly privately: Privately; readonly children: ReactNode; readonly className?: string };

/** The form around search and filters of what was received. */
export function ReceivedForm({ privately, children, className }: Props) {
  const t = useTranslations('deliveries');
  return (
    <SearchForm
      action="/webhooks"
      label={t('filter')}
      hrefOf={canonicalHref}
      privately={privateForm('received', (search) => hasTyped('received', search), privately)}
      className={className}
    >
      {children}
    </SearchForm>
  );
}
