import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { importHref, readImportQuery } from '@/components/statements/import-query';
import { ImportSteps } from '@/components/statements/import-steps';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { requireRight } from '@/lib/access/session';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { readAccount } from '@/lib/statements/account.store';
import { readFirstImport } from '@/lib/statements/import.store';
import { readUpload } from '@/lib/statements/upload.store';
import { FileStep } from './file-step';
import { ImportStep } from './import-step';
import { PreviewStep } from './preview-step';
import { ProfileStep } from './profile-step';
import { ResultStep } from './result-step';
import { SameFile } from './same-file';

export const metadata: Metadata = { title: 'Import a statement' };

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** A statement in four steps: file, how it is read, preview, import. Nothing is kept before the last. */
export default async function ImportPage({ searchParams }: Props) {
  const viewer = await requireRight('reconcile');
  const search = toSearch(await searchParams);
  const query = readImportQuery(search);
  const account = query.account === null ? null : await readAccount(query.account);
  if (query.account !== null && !account) redirect(importHref({}));
  const content = async () => {
    if (!account || query.step === 'file')
      return <FileStep query={query} viewer={viewer} refused={search.get('refused')} />;
    if (query.statement !== null) return <ResultStep statementId={query.statement} />;
    const upload = await readUpload(query.upload ?? '', viewer.id);
    if (!upload) return <FileGone account={account.id} />;
    const first = await readFirstImport(account.id, upload.hash);
    if (first) return <SameFile first={first} upload={upload} account={account} />;
    const given = { query, account, upload };
    if (query.step === 'profile') return <ProfileStep {...given} />;
    return query.step === 'preview' ? <PreviewStep {...given} /> : <ImportStep {...given} />;
  };
  return (
    <>
      <PageHeader
        title="Import a statement"
        description={account ? `Into ${account.name}` : 'What the bank says, into one account'}
        back={{ href: '/reconciliation/statements', label: 'Statements' }}
      />
      <ImportSteps query={query} />
      {await content()}
    </>
  );
}

function FileGone({ account }: { readonly account: string }) {
  return (
    <Alert
      role="alert"
      tone="caution"
      title="The file is not here any more"
      actions={
        <ButtonLink size="small" href={importHref({ account })}>
          Choose a file
        </ButtonLink>
      }
    >
      A file waits for a day, for the person who chose it, and until it is imported. Choose it again.
    </Alert>
  );
}
