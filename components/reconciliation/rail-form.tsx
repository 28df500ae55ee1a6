'use client';

import type { ReactNode } from 'react';
import { type Privately, privateForm } from '@/components/private/privately';
import { SearchForm } from '@/components/ui/search-form';
import { hasTyped } from '@/lib/private-typed';
import { LEG_LIST, LINE_LIST } from '@/lib/reconciliation/view-query';
import { canonicalHref } from './rail-links';

const LISTS = { legs: LEG_LIST, lines: LINE_LIST };

type Props = {
  readonly path: string;
  readonly list: keyof typeof LISTS;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly privately: Privately;
  readonly children: ReactNode;
};

/** The form around the filters of a rail’s legs or lines. */
export function RailForm({ path, list, label, privately, children }: Props) {
  return (
    <SearchForm
      action={path}
      label={label}
      hrefOf={(search) => canonicalHref(path, LISTS[list], search)}
      privately={privateForm(list, (search) => hasTyped(list, search), privately)}
      className="flex flex-wrap items-center gap-2"
    >
      {children}
    </SearchForm>
  );
}
