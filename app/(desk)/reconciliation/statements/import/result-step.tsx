import { notFound } from 'next/navigation';
import { RunForm } from '@/components/rules/run-form';
import { BalanceProof } from '@/components/statements/balance-proof';
import { importHref } from '@/components/statements/import-query';
import { TallyList } from '@/components/statements/tally-list';
import { UndoForm } from '@/components/statements/undo-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import { keptLines } from '@/lib/statements/imported';
import { readStatementRecord } from '@/lib/statements/statement-list.store';
import { runPasses } from '../../rules/actions';
import { undoStatement } from '../actions';

/** What came of it, and the way back. */
export async function ResultStep({ statementId }: { readonly statementId: string }) {
  const statement = await readStatementRecord('clear', statementId);
  if (!statement) notFound();
  const { id, tallies, balances, sums, currency, accountId, fileName, undoneAt, undoneBy } = statement;
  const count = keptLines(tallies);
  return (
    <SectionCard title="Result" className="max-w-3xl" bodyClassName="space-y-5">
      {undoneAt ? (
        <Alert role="status" title="The import was undone">
          {undoneBy} took it back. Its lines are gone; the same file may be imported again.
        </Alert>
      ) : (
        <Alert role="status" tone="positive" title={`${formatCount(count)} ${count === 1 ? 'line' : 'lines'} imported`}>
          {fileName} is in. {tallies.duplicate > 0 && `${formatCount(tallies.duplicate)} were known already.`}
        </Alert>
      )}
      <TallyList tallies={tallies} />
      <BalanceProof balances={balances} sums={sums} currency={sums[0]?.currency ?? currency} />
      <div className="flex flex-wrap items-start gap-2">
        {undoneAt ? (
          <ButtonLink href="/reconciliation/statements">All statements</ButtonLink>
        ) : (
          <>
            <ButtonLink href={`/reconciliation/statements/${id}`} look="primary">
              Show its lines
            </ButtonLink>
            <UndoForm statementId={id} action={undoStatement} />
          </>
        )}
        <ButtonLink href={importHref({ account: accountId })}>Import another file</ButtonLink>
      </div>
      {!undoneAt && (
        <div className="space-y-3 border-t border-line pt-4">
          <p className="text-body text-ink-2">
            Its lines are matched with the payments within ten minutes, or now. The import can be undone until the first
            of them is matched.
          </p>
          <RunForm action={runPasses} />
        </div>
      )}
    </SectionCard>
  );
}
