import { Download, FileX } from 'lucide-react';
import { redirect } from 'next/navigation';
import { BalanceProof } from '@/components/statements/balance-proof';
import { importHref } from '@/components/statements/import-query';
import { OverlapAlert } from '@/components/statements/overlap-alert';
import { PreviewTable } from '@/components/statements/preview-table';
import { TallyList } from '@/components/statements/tally-list';
import { Alert } from '@/components/ui/alert';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TableCard } from '@/components/webhooks/table-card';
import { formatCount } from '@/lib/format';
import { proposeProfile } from '@/lib/propose-profile';
import { mayBeAccount } from '@/lib/statements/account-entry';
import { previewStatement } from '@/lib/statements/import.store';
import { keptLines, type Preview, rowsOf } from '@/lib/statements/imported';
import { fileOf } from '@/lib/statements/upload.store';
import type { StepProps } from './step-props';

const SHOWN_ROWS = 200;
const SHOWN_UNREADABLE = 20;

/** What an import would make of each row; nothing is kept yet. */
export async function PreviewStep({ query, account, upload }: StepProps) {
  const file = fileOf(upload);
  const profile = upload.profile ?? (await proposeProfile(file, account)).profile;
  const back = importHref({ ...query, step: 'profile' });
  if (!profile) redirect(back);
  const read = await previewStatement({ account, file, profile }, SHOWN_ROWS);
  if (read.outcome === 'unreadable') {
    return (
      <Alert
        role="alert"
        tone="negative"
        title="The file cannot be read like this"
        actions={
          <ButtonLink size="small" href={back}>
            Change how it is read
          </ButtonLink>
        }
      >
        {read.message}
      </Alert>
    );
  }
  const { preview } = read;
  const isEmpty = keptLines(preview.tallies) + preview.tallies.duplicate === 0;
  return (
    <div className="space-y-4">
      <Warnings preview={preview} account={account} />
      <SectionCard
        title="What becomes of its rows"
        actions={
          <a
            href={`/reconciliation/statements/import/rows?${new URLSearchParams({ account: account.id, upload: upload.id })}`}
            className={buttonClass({ size: 'small' })}
            download
          >
            <Download aria-hidden /> All rows as CSV
          </a>
        }
        bodyClassName="grid gap-6 lg:grid-cols-2"
      >
        <TallyList tallies={preview.tallies} />
        <BalanceProof
          balances={preview.proof}
          sums={preview.sums}
          currency={preview.sums[0]?.currency ?? account.currency}
          firstBreak={preview.firstBreak}
        />
      </SectionCard>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={back}>Back</ButtonLink>
        {!isEmpty && (
          <ButtonLink look="primary" href={importHref({ ...query, step: 'import' })}>
            Continue
          </ButtonLink>
        )}
      </div>
      {preview.unreadable.length > 0 && (
        <TableCard label="Rows that cannot be read">
          <PreviewTable rows={preview.unreadable.slice(0, SHOWN_UNREADABLE)} label="Rows that cannot be read" />
        </TableCard>
      )}
      <TableCard label="Rows of the file">
        {preview.rows.length > 0 ? (
          <PreviewTable rows={preview.rows} label="Rows of the file, in its order" />
        ) : (
          <EmptyState icon={FileX} title="There is no row in this file" />
        )}
      </TableCard>
      <Shown rows={preview.rows.length} of={rowsOf(preview.tallies)} />
    </div>
  );
}

function Warnings({ preview, account }: { readonly preview: Preview } & Pick<StepProps, 'account'>) {
  const { head, tallies, overlaps } = preview;
  const kept = keptLines(tallies);
  return (
    <>
      {!mayBeAccount(head.account, account.number) && (
        <Alert role="alert" tone="negative" title="This may be the statement of another account">
          The file names {head.account}; {account.name} has the number {account.number}.
        </Alert>
      )}
      {head.currency && head.currency !== account.currency && (
        <Alert role="alert" tone="caution" title="Another currency than the account’s">
          The file is in {head.currency}; {account.name} is in {account.currency}.
        </Alert>
      )}
      {kept + tallies.duplicate === 0 && (
        <Alert role="alert" tone="negative" title="No line was found in this file">
          There is nothing to import. If the file has lines, go back and change how it is read: the rows before the
          headings, the delimiter, or the columns.
        </Alert>
      )}
      {kept === 0 && tallies.duplicate > 0 && (
        <Alert role="alert" tone="caution" title="Every line is known already">
          Earlier statements of the account have all of them. Importing it adds no line.
        </Alert>
      )}
      {overlaps.length > 0 && <OverlapAlert overlaps={overlaps} />}
      {tallies.unreadable > 0 && (
        <Alert role="alert" tone="caution" title={unreadableTitle(tallies.unreadable)}>
          What cannot be read is not imported, and its amount is missing in the sums. The first ones are listed below.
        </Alert>
      )}
    </>
  );
}

function unreadableTitle(count: number): string {
  return count === 1 ? 'One row cannot be read' : `${formatCount(count)} rows cannot be read`;
}

function Shown({ rows, of }: { readonly rows: number; readonly of: number }) {
  if (rows >= of) return null;
  return (
    <p className="text-xs text-ink-2 tabular-nums">
      The first {formatCount(rows)} of {formatCount(of)} rows. All of them are in the CSV.
    </p>
  );
}
