'use client';

import { useTranslations } from 'next-intl';
import { AssignPanel, BulkBar, BulkResults, NotePanel, useBulk } from '@/components/bulk/bulk-bar';
import type { BulkAction } from '@/components/bulk/bulk-state';
import { useReader } from '@/components/language/reader';
import { transactionHref } from '@/components/transactions/transaction-href';
import { CopyTextButton } from '@/components/ui/copy-button';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { RefundRow } from '@/lib/refunds/board';
import { providerMessages } from './provider-message';

type Props = {
  readonly chosen: readonly RefundRow[];
  /** Whom refunds may be given to, by e-mail address. */
  readonly people: readonly string[];
  readonly assign: BulkAction;
  readonly addNotes: BulkAction;
  readonly clear: () => void;
};

/** What can be done with the chosen refunds. */
export function RefundBulkBar({ chosen: rows, people, assign, addNotes, clear }: Props) {
  const t = useTranslations('refunds');
  const reader = useReader();
  const noun = t('bulk.noun');
  const assigned = useBulk(assign);
  const noted = useBulk(addNotes);
  const chosen = { ids: rows.map(({ transactionId }) => transactionId) };
  return (
    <>
      <BulkResults bulks={[assigned, noted]} subject={t('bulk.subject')} hrefOf={transactionHref} clear={clear} />
      {rows.length > 0 && (
        <BulkBar chosen={chosen} noun={noun} amounts={rows.map(({ amount }) => amount)} clear={clear}>
          <AssignPanel bulk={assigned} chosen={chosen} noun={noun} people={people} />
          <NotePanel bulk={noted} chosen={chosen} noun={noun} />
          {providerMessages(rows, reader).map(({ provider, text }) => (
            <CopyTextButton
              key={provider}
              value={text}
              label={t('letter.label', { provider: PROVIDER_LABELS[provider] })}
            />
          ))}
        </BulkBar>
      )}
    </>
  );
}
