import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { TransactionView, transactionTitle, VIEW_ROOMS } from '@/components/transactions/transaction-view';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { shortenId } from '@/lib/format';
import { displayZone } from '@/lib/preferences';
import { readTransactionView } from '@/lib/transaction-view';
import { assignOwner, writeNote } from './actions';

type Props = { readonly params: Promise<{ readonly id: string }> };

const read = cache(async (sight: Sight, params: Props['params']) => {
  const id = decoded((await params).id);
  return id === null ? null : readTransactionView(sight, id, new Date());
});

/** Next hands a page the segment as it stands in the URL. `null` for what is no encoded text, or text no database holds. */
function decoded(segment: string): string | null {
  try {
    const id = decodeURIComponent(segment);
    return id.includes('\u0000') || !id.isWellFormed() ? null : id;
  } catch {
    return null;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const viewed = await read(sightOf(await requireRight('ask')), params);
  if (!viewed) {
    const t = await getTranslations('payment');
    return { title: t('missing.heading') };
  }
  const words = await getTranslations('words');
  const { kind, id } = viewed.transaction;
  return { title: `${words(`kind.${kind}`)} ${shortenId(id.split(':').at(-1) ?? id)}` };
}

/** One payment: where it stands, how it got there, and the evidence for both. */
export default async function TransactionPage({ params }: Props) {
  const viewed = await read(sightOf(await requireRight('ask')), params);
  if (!viewed) notFound();
  const frame = await getTranslations('frame');
  return (
    <Messages rooms={VIEW_ROOMS}>
      <PageHeader
        title={transactionTitle(viewed.transaction, await getTranslations('words'))}
        back={{ href: '/transactions', label: frame('places.transactions') }}
      />
      <TransactionView viewed={viewed} zone={await displayZone()} assign={assignOwner} addNote={writeNote} />
    </Messages>
  );
}
