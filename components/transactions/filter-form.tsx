'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SearchForm } from '@/components/ui/search-form';
import { privateValues } from '@/lib/search-private';
import { readListQuery } from '@/lib/transactions/filters';
import { canonicalSearch } from './list-links';

type Props = {
  readonly children: ReactNode;
  readonly className?: string;
  /** Makes the address of a form with an account number or a tax id in it. */
  readonly privateAddress: (search: string) => Promise<string>;
};

/** The form around the list's filters. */
export function FilterForm({ children, className, privateAddress }: Props) {
  const t = useTranslations('filters');
  return (
    <SearchForm
      action="/transactions"
      label={t('form')}
      hrefOf={canonicalHref}
      privately={{ isMeant: isPrivateForm, hrefOf: privateAddress }}
      className={className}
    >
      {children}
    </SearchForm>
  );
}

function isPrivateForm(search: URLSearchParams): boolean {
  return privateValues(readListQuery(search).query.filters).length > 0;
}

function canonicalHref(search: URLSearchParams): string {
  const text = canonicalSearch(search);
  return text ? `/transactions?${text}` : '/transactions';
}
