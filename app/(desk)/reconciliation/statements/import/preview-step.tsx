import { Download, FileX } from 'lucide-react';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Says } from '@/components/language/says';
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
  const t = await getTranslations('statements');
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
        title={t('preview.cannot')}
        actions={
          <ButtonLink size="small" href={back}>
            {t('preview.change')}
          </ButtonLink>
        }
      >
        <Says said={read.message} />
      </Alert>
    );
  }
  const { preview } = read;
  const isEmpty = keptLines(preview.tallies) + preview.tallies.duplicate === 0;
  return (
    <div className="space-y-4">
      <Warnings preview={preview} account={account} />
      <SectionCard
        title={t('preview.title')}
        actions={
          <a
            href={`/reconciliation/statements/import/rows?${new URLSearchParams({ account: account.id, upload: upload.id })}`}
            className={buttonClass({ size: 'small' })}
            download
          >
            <Download aria-hidden /> {t('preview.csv')}
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
        <ButtonLink href={back}>{t('preview.back')}</ButtonLink>
        {!isEmpty && (
          <ButtonLink look="primary" href={importHref({ ...query, step: 'import' })}>
            {t('preview.continue')}
          </ButtonLink>
        )}
      </div>
      {preview.unreadable.length > 0 && (
        <TableCard label={t('preview.unreadable')}>
          <PreviewTable rows={preview.unreadable.slice(0, SHOWN_UNREADABLE)} label={t('preview.unreadable')} />
        </TableCard>
      )}
      <TableCard label={t('preview.rows')}>
        {preview.rows.length > 0 ? (
          <PreviewTable rows={preview.rows} label={t('preview.rowsInOrder')} />
        ) : (
          <EmptyState icon={FileX} title={t('preview.noRow')} />
        )}
      </TableCard>
      <Shown rows={preview.rows.length} of={rowsOf(preview.tallies)} />
    </div>
  );
}

function Warnings({ preview, account }: { readonly preview: Preview } & Pick<StepProps, 'account'>) {
  const t = useTranslations('statements');
  const { head, tallies, overlaps } = preview;
  const kept = keptLines(tallies);
  return (
    <>
      {!mayBeAccount(head.account, account.number) && (
        <Alert role="alert" tone="negative" title={t('warning.account')}>
          {t('warning.accountAbout', {
            told: head.account ?? '',
            account: account.name,
            number: account.number ?? '',
          })}
        </Alert>
      )}
      {head.currency && head.currency !== account.currency && (
        <Alert role="alert" tone="caution" title={t('warning.currency')}>
          {t('warning.currencyAbout', { told: head.currency, account: account.name, currency: account.currency })}
        </Alert>
      )}
      {kept + tallies.duplicate === 0 && (
        <Alert role="alert" tone="negative" title={t('warning.noLine')}>
          {t('warning.noLineAbout')}
        </Alert>
      )}
      {kept === 0 && tallies.duplicate > 0 && (
        <Alert role="alert" tone="caution" title={t('warning.known')}>
          {t('warning.knownAbout')}
        </Alert>
      )}
      {overlaps.length > 0 && <OverlapAlert overlaps={overlaps} />}
      {tallies.unreadable > 0 && (
        <Alert role="alert" tone="caution" title={t('warning.unreadable', { count: tallies.unreadable })}>
          {t('warning.unreadableAbout')}
        </Alert>
      )}
    </>
  );
}

function Shown({ rows, of }: { readonly rows: number; readonly of: number }) {
  const t = useTranslations('statements');
  if (rows >= of) return null;
  return <p className="text-xs text-ink-2 tabular-nums">{t('preview.shown', { rows, of })}</p>;
}
