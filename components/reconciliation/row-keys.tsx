'use client';

import { type ReactNode, useRef } from 'react';
import { PARTS } from '@/components/transactions/table-layout';
import { useRowKeys } from '@/components/transactions/use-row-keys';

/** The body of a table whose rows can be walked by `j`, `k` and the arrows. */
export function RowKeys({ children }: { readonly children: ReactNode }) {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <tbody {...PARTS.body} ref={body}>
      {children}
    </tbody>
  );
}
