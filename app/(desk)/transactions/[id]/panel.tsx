'use server';

import { getTranslations } from 'next-intl/server';
import type { PanelAnswer } from '@/components/panel/panel-content';
import { TransactionView, transactionTitle } from '@/components/transactions/transaction-view';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { readTransactionView } from '@/lib/transaction-view';
import { assignOwner, writeNote } from './actions';

/** One payment as it stands in the panel beside a list: what its page shows, drawn by the server. */
export async function transactionPanel(id: string): Promise<PanelAnswer> {
  const sight = sightOf(await requireRight('ask'));
  const [viewed, zone] = await Promise.all([readTransactionView(sight, String(id), new Date()), displayZone()]);
  if (!viewed) return { outcome: 'missing' };
  return {
    outcome: 'found',
    title: transactionTitle(viewed.transaction, await getTranslations('words')),
    content: <TransactionView viewed={viewed} zone={zone} assign={assignOwner} addNote={writeNote} />,
  };
}
