'use client';

import { type ReactNode, useState } from 'react';
import type { BulkAction } from '@/components/bulk/bulk-state';
import type { ExceptionQuery } from '@/lib/reconciliation/view-query';
import { ExceptionBulkBar } from './exception-bulk-bar';
import { ExceptionTable } from './exception-table';
import type { RowGroup } from './group-head';

export type ExceptionActions = {
  readonly assign: BulkAction;
  readonly addNotes: BulkAction;
  readonly resolve: BulkAction;
};

type Props = {
  readonly groups: readonly RowGroup[];
  readonly query: ExceptionQuery;
  readonly isSortable: boolean;
  readonly people: readonly string[];
  readonly actions: ExceptionActions;
  /** What stands where the table would stand while there is no row: what became of the last ones is still told. */
  readonly empty: ReactNode;
};

/** A page of exceptions of which some can be chosen. What was chosen on another page is chosen no more. */
export function ExceptionList({ groups, query, isSortable, people, actions, empty }: Props) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const choose = (changed: readonly string[], isChosen: boolean) =>
    setIds((before) => {
      const after = new Set(before);
      for (const id of changed) {
        if (isChosen) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  const chosen = groups.flatMap(({ rows }) => rows.filter(({ id }) => ids.has(id)));
  return (
    <>
      {groups.some(({ rows }) => rows.length > 0) ? (
        <ExceptionTable groups={groups} query={query} isSortable={isSortable} chosen={ids} choose={choose} />
      ) : (
        empty
      )}
      <ExceptionBulkBar chosen={chosen} people={people} actions={actions} clear={() => setIds(new Set())} />
    </>
  );
}
