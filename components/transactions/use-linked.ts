import { useState } from 'react';
import type { Below } from '@/components/table/data-table';
import type { TransactionRow } from './transaction-row';

/** What the server says of the payments that belong to one: rows, and how many it was told of that it does not have. */
export type Linked = { readonly rows: readonly TransactionRow[]; readonly absent: number };
export type LoadLinked = (id: string) => Promise<Linked>;

type Shown = ReadonlyMap<string, Below<TransactionRow>>;

/** The linked payments under the rows that were opened; asked for when a row is opened, and again when it is reopened. */
export function useLinked(load: LoadLinked): { readonly below: Shown; readonly expand: (id: string) => void } {
  const [below, setBelow] = useState<Shown>(new Map());
  const show = (id: string, under: Below<TransactionRow>) =>
    setBelow((before) => (before.has(id) ? new Map(before).set(id, under) : before));
  const expand = (id: string) => {
    const isClosing = below.has(id);
    setBelow((before) => {
      const after = new Map(before);
      if (isClosing) after.delete(id);
      else after.set(id, { note: 'Looking for linked payments…' });
      return after;
    });
    if (isClosing) return;
    load(id).then(
      (linked) => show(id, belowOf(linked)),
      () => show(id, { note: 'The linked payments could not be loaded. Close and open the row to try again.' }),
    );
  };
  return { below, expand };
}

function belowOf({ rows, absent }: Linked): Below<TransactionRow> {
  if (rows.length > 0) return { rows };
  return {
    note:
      absent > 0
        ? 'It names other payments, but none of them is in the store yet. Its page lists their ids.'
        : 'No other payment belongs to this one.',
  };
}
