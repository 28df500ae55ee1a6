import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RunForm } from '@/components/rules/run-form';
import { BalanceProof } from '@/components/statements/balance-proof';
import { importHref } from '@/components/statements/import-query';
import { TallyList } from '@/components/statements/tally-list';
import { UndoForm } from '@/components/statements/undo-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { keptLines } from '@/lib/statements/imported';
import { readStatementRecord } from '@/lib/statements/statement-list.store';
import { runPasses } from '../../rules/actions';
import { undoStatement } from '../actions';

/** What came of it, and the way back. */
export async function ResultStep({ statementId }: { readonly statementId: string }) {
  const statement = await readStatementRecord('clear', statementId);
  if (!statement) notFound();
  const t = await getTranslations('statements');
  const { id, tallies, balances, sums, currency, accountId, fileName, undoneAt, undoneBy } = statement;
  const count = keptLines(tallies);
  return (
    <SectionCard title={t('result.title')} className="max-w-3xl" bodyClassName="space-y-5">
      {undoneAt ? (
        <Alert role="status" title={t('result.undone')}>
          {t('result.undoneAbout', { who: undoneBy ?? '' })}
        </Alert>
      ) : (
        <Alert role="status" tone="positive" title={t('result.imported', { count })}>
          {t('result.isIn', { file: fileName })}{' '}
          {tallies.duplicate > 0 && t('result.known', { count: tallies.duplicate })}
        </Alert>
      )}
      <TallyList tallies={tallies} />
      <BalanceProof balances={balances} sums={sums} currency={sums[0]?.currency ?? currency} />
      <div className="flex flex-wrap items-start gap-2">
        {undoneAt ? (
          <ButtonLink href="/reconciliation/statements">{t('result.all')}</ButtonLink>
        ) : (
          <>
            <ButtonLink href={`/reconciliation/statements/${id}`} look="primary">
              {t('result.show')}
            </ButtonLink>
            <UndoForm statementId={id} action={undoStatement} />
          </>
        )}
        <ButtonLink href={importHref({ account: accountId })}>{t('result.another')}</ButtonLink>
      </div>
      {!undoneAt && (
        <div className="space-y-3 border-t border-line pt-4">
          <p className="text-body text-ink-2">{t('result.next')}</p>
          <RunForm action={runPasses} />
        </div>
      )}
    </SectionCard>
  );
}
