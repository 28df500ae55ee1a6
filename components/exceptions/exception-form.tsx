'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Privately, privateForm } from '@/components/private/privately';
import { SearchForm } from '@/components/ui/search-form';
import { hasTyped } from '@/lib/private-typed';
import { canonicalExceptionsHref, type ExceptionsPath } from './exception-links';

type Props = {
  readonly path: ExceptionsPath;
  readonly privately: Privately;
  readonly children: ReactNode;
  readonly className?: string;
};

/** The form around the filters of the exceptions. */
export function ExceptionForm({ path, privately, children, className }: Props) {
  const t = useTranslations('exceptions');
  return (
    <SearchForm
      action={path}
      label={t('filter.form')}
      hrefOf={(search) => canonicalExceptionsHref(search, path)}
      privately={privateForm('exceptions', (search) => hasTyped('exceptions', search), privately)}
      className={className}
    >
      {children}
    </SearchForm>
  );
}
