import { FileCheck } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { AccountChoice } from '@/components/statements/account-choice';
import { AccountForm } from '@/components/statements/account-form';
import { type ImportQuery, importHref } from '@/components/statements/import-query';
import { UploadForm } from '@/components/statements/upload-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { formatBytes } from '@/components/webhooks/byte-text';
import type { Viewer } from '@/lib/access/session';
import { displayRegion } from '@/lib/preferences';
import { listAccounts } from '@/lib/statements/account.store';
import { isUploadRefusal } from '@/lib/statements/upload';
import { readUpload } from '@/lib/statements/upload.store';
import { openAccount } from './actions';

type Props = { readonly query: ImportQuery; readonly viewer: Viewer; readonly refused: string | null };

/** Which account, and which file. */
export async function FileStep({ query, viewer, refused }: Props) {
  const t = await getTranslations('statements');
  const accounts = await listAccounts();
  const chosen = accounts.find(({ id }) => id === query.account);
  const upload = query.upload === null ? null : await readUpload(query.upload, viewer.id);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <SectionCard
        title={t('import.whichAccount')}
        description={t('import.whichAccountAbout')}
        bodyClassName="space-y-4"
      >
        {accounts.length > 0 && <AccountChoice accounts={accounts} query={query} />}
        <details open={accounts.length === 0} className="group">
          <summary className="cursor-pointer rounded-md text-body font-medium text-accent">
            {accounts.length > 0 ? t('import.anotherAccount') : t('import.newAccount')}
          </summary>
          <div className="mt-3">
            <AccountForm action={openAccount} upload={query.upload} />
          </div>
        </details>
      </SectionCard>
      <SectionCard title={t('import.whichFile')} description={t('import.whichFileAbout')} bodyClassName="space-y-4">
        {isUploadRefusal(refused) && (
          <Alert role="alert" tone="negative">
            {t(`refused.${refused}`)}
          </Alert>
        )}
        {upload && chosen && (
          <div className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-sunken px-3 py-2.5">
            <FileCheck aria-hidden className="size-5 text-positive" />
            <p className="min-w-0 flex-1 text-body [overflow-wrap:anywhere]">
              {upload.name} <span className="text-ink-2">· {formatBytes(upload.size, await displayRegion())}</span>
            </p>
            <ButtonLink look="primary" size="small" href={importHref({ ...query, step: 'profile' })}>
              {t('import.continueFile')}
            </ButtonLink>
          </div>
        )}
        {chosen ? (
          <UploadForm account={chosen.id} accountName={chosen.name} />
        ) : (
          <p className="text-body text-ink-2">{t('import.accountFirst')}</p>
        )}
      </SectionCard>
    </div>
  );
}
