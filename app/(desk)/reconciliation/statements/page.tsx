import { FileSpreadsheet, FileUp, Landmark } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { ReconciliationTabs } from '@/components/reconciliation/reconciliation-tabs';
import { AccountTable } from '@/components/statements/account-table';
import { IMPORT_PATH, importHref } from '@/components/statements/import-query';
import { StatementTable } from '@/components/statements/statement-table';
import { readStatementsQuery, statementsHref } from '@/components/statements/statements-query';
import { ButtonLink } from '@/components/ui/button';
import { ChipList } from '@/components/ui/chip-list';
import { EmptyState } from '@/components/ui/empty-state';
import { TableCard } from '@/components/webhooks/table-card';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { listAccounts } from '@/lib/statements/account.store';
import { listStatements } from '@/lib/statements/statement-list.store';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements');
  return { title: t('title') };
}

const PAGE_ROWS = 50;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** The accounts, and what was imported of them. */
export default async function StatementsPage({ searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const t = await getTranslations('statements');
  const query = readStatementsQuery(toSearch(await searchParams));
  const [accounts, found, zone] = await Promise.all([
    listAccounts(),
    listStatements(sight, query.account, query.before, PAGE_ROWS + 1),
    displayZone(),
  ]);
  const rows = found.slice(0, PAGE_ROWS);
  const last = found.length > PAGE_ROWS ? rows.at(-1) : undefined;
  const account = accounts.find(({ id }) => id === query.account);
  return (
    <>
      <PageHeader
        title={t('list.heading')}
        description={t('list.about')}
        actions={
          <ButtonLink href={account ? importHref({ account: account.id }) : IMPORT_PATH} look="primary">
            <FileUp aria-hidden /> {t('list.import')}
          </ButtonLink>
        }
      />
      <ReconciliationTabs current="statements" className="mb-4" />
      <div className="space-y-6">
        {account && (
          <ChipList
            chips={[
              { field: t('list.account'), value: account.name, href: statementsHref({ account: null, before: null }) },
            ]}
          />
        )}
        <section aria-labelledby="imports" className="space-y-2">
          <h2 id="imports" className="text-sm font-semibold text-ink">
            {t('list.imports')}
          </h2>
          <TableCard label={t('title')}>
            {rows.length > 0 ? (
              <StatementTable rows={rows} zone={zone} />
            ) : (
              <NoneImported isNarrowed={account !== undefined} isLater={query.before !== null} />
            )}
          </TableCard>
          {(last || query.before) && (
            <div className="flex gap-2">
              {query.before && (
                <ButtonLink size="small" href={statementsHref({ ...query, before: null })}>
                  {t('list.latest')}
                </ButtonLink>
              )}
              {last && (
                <ButtonLink size="small" rel="next" href={statementsHref({ ...query, before: last.id })}>
                  {t('list.earlier')}
                </ButtonLink>
              )}
            </div>
          )}
        </section>
        <section aria-labelledby="accounts" className="space-y-2">
          <h2 id="accounts" className="text-sm font-semibold text-ink">
            {t('list.accounts')}
          </h2>
          <TableCard label={t('list.accounts')}>
            {accounts.length > 0 ? (
              <AccountTable rows={accounts} />
            ) : (
              <EmptyState icon={Landmark} title={t('list.noAccount')}>
                {t('list.noAccountAbout')}
              </EmptyState>
            )}
          </TableCard>
        </section>
      </div>
    </>
  );
}

function NoneImported({ isNarrowed, isLater }: { readonly isNarrowed: boolean; readonly isLater: boolean }) {
  const t = useTranslations('statements');
  if (isLater) return <EmptyState icon={FileSpreadsheet} title={t('list.noEarlier')} />;
  return (
    <EmptyState
      icon={FileSpreadsheet}
      title={isNarrowed ? t('list.noneOfAccount') : t('list.none')}
      actions={
        <ButtonLink href={IMPORT_PATH} look="primary">
          {t('list.import')}
        </ButtonLink>
      }
    >
      {t('list.noneAbout')}
    </EmptyState>
  );
}
