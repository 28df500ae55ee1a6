'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Privately, privateForm } from '@/components/private/privately';
import { SearchForm } from '@/components/ui/search-form';
import type { ShownKept } from '@/lib/kept-value';
import { TRANSACTION_LIST } from '@/lib/search-private';
import { canonicalSearch } from './list-links';

type Props = {
  readonly children: ReactNode;
  readonly className?: string;
  readonly privately: Pick<Privately, 'keep'>;
};

/** The form around the list's filters. */
export function FilterForm({ children, className, privately }: Props) {
  const t = useTranslations('filters');
  return (
    <SearchForm
      action="/transactions"
      label={t('form')}
      hrefOf={canonicalHref}
      privately={privateForm('transactions', isPrivateForm, { ...privately, kept: NOTHING_KEPT })}
      className={className}
    >
      {children}
    </SearchForm>
  );
}

const isPrivateForm = (search: URLSearchParams) => TRANSACTION_LIST.valuesOf(search).length > 0;

/** Its words are chips: no field shows what is kept. */
const NOTHING_KEPT: ShownKept = {};

function canonicalHref(search: URLSearchParams): string {
  const text = canonicalSearch(search);
  return text ? `/transactions?${text}` : '/transactions';
}
