import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Below } from '@/components/table/data-table';
import type { Translator } from '@/lib/language/catalogue';
import type { TransactionRow } from './transaction-row';

/** What the server says of the payments that belong to one: rows, and how many it was told of that it does not have. */
export type Linked = { readonly rows: readonly TransactionRow[]; readonly absent: number };
export type LoadLinked = (id: string) => Promise<Linked>;

type Shown = ReadonlyMap<string, Below<TransactionRow>>;

/** The linked payments under the rows that were opened; asked for when a row is opened, and again when it is reopened. */
export function useLinked(load: LoadLinked): { readonly below: Shown; readonly expand: (id: string) => void } {
  const t = useTranslations('transactions');
  const [below, setBelow] = useState<Shown>(new Map());
  const show = (id: string, under: Below<TransactionRow>) =>
    setBelow((before) => (before.has(id) ? new Map(before).set(id, under) : before));
  const expand = (id: string) => {
    const isClosing = below.has(id);
    setBelow((before) => {
      const after = new Map(before);
      if (isClosing) after.delete(id);
      else after.set(id, { note: t('linked.looking') });
      return after;
    });
    if (isClosing) return;
    load(id).then(
      (linked) => show(id, belowOf(linked, t)),
      () => show(id, { note: t('linked.failed') }),
    );
  };
  return { below, expand };
}

function belowOf({ rows, absent }: Linked, t: Translator<'transactions'>): Below<TransactionRow> {
  if (rows.length > 0) return { rows };
  return { note: absent > 0 ? t('linked.absent') : t('linked.none') };
}
