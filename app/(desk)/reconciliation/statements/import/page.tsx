import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
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

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements');
  return { title: t('list.import') };
}

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** A statement in four steps: file, how it is read, preview, import. Nothing is kept before the last. */
export default async function ImportPage({ searchParams }: Props) {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('statements');
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
    <Messages rooms={['statements', 'rules']}>
      <PageHeader
        title={t('list.import')}
        description={account ? t('import.into', { name: account.name }) : t('import.about')}
        back={{ href: '/reconciliation/statements', label: t('title') }}
      />
      <ImportSteps query={query} />
      {await content()}
    </Messages>
  );
}

function FileGone({ account }: { readonly account: string }) {
  const t = useTranslations('statements');
  return (
    <Alert
      role="alert"
      tone="caution"
      title={t('import.gone')}
      actions={
        <ButtonLink size="small" href={importHref({ account })}>
          {t('import.choose')}
        </ButtonLink>
      }
    >
      {t('import.goneAbout')}
    </Alert>
  );
}
