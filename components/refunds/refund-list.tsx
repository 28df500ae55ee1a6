'use client';

import { useState } from 'react';
import type { BulkAction } from '@/components/bulk/bulk-state';
import type { RefundRow } from '@/lib/refunds/board';
import type { RefundQuery } from '@/lib/refunds/refund-query';
import type { TimeZone } from '@/lib/time-zones';
import { RefundBulkBar } from './refund-bulk-bar';
import { RefundTable } from './refund-table';

type Props = {
  readonly rows: readonly RefundRow[];
  readonly query: RefundQuery;
  readonly zone: TimeZone;
  readonly people: readonly string[];
  readonly assign: BulkAction;
  readonly addNotes: BulkAction;
};

/** A page of refunds of which some can be chosen. What was chosen on another page is chosen no more. */
export function RefundList({ rows, query, zone, people, assign, addNotes }: Props) {
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
  const chosen = rows.filter(({ transactionId }) => ids.has(transactionId));
  return (
    <>
      <RefundTable rows={rows} query={query} zone={zone} chosen={ids} choose={choose} />
      <RefundBulkBar
        chosen={chosen}
        people={people}
        assign={assign}
        addNotes={addNotes}
        clear={() => setIds(new Set())}
      />
    </>
  );
}
