import { Copy, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { useRegion } from '@/components/language/reader';
import { PageHeader } from '@/components/layout/page-header';
import { BalanceProof } from '@/components/statements/balance-proof';
import { Day } from '@/components/statements/day';
import { LineTable } from '@/components/statements/line-table';
import { type LinesQuery, linesHref, readLinesQuery } from '@/components/statements/lines-query';
import { MatchedShare } from '@/components/statements/statement-table';
import { TallyList } from '@/components/statements/tally-list';
import { UndoForm } from '@/components/statements/undo-form';
import { Fact, FactList } from '@/components/transactions/fact-list';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkChoices } from '@/components/ui/link-choices';
import { formatBytes } from '@/components/webhooks/byte-text';
import { TableCard } from '@/components/webhooks/table-card';
import { sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { readAccount } from '@/lib/statements/account.store';
import type { StatementRecord } from '@/lib/statements/imported';
import { listLines, readStatementRecord } from '@/lib/statements/statement-list.store';
import type { TimeZone } from '@/lib/time-zones';
import { undoStatement } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements');
  return { title: t('one.title') };
}

const PAGE_ROWS = 100;
const KINDS = [null, 'payment', 'fee', 'tax', 'internal'] as const;

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<PageSearchParams>;
};

/** One imported file: what it was, whether it adds up, and its lines. */
export default async function StatementPage({ params, searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const t = await getTranslations('statements');
  const statement = await readStatementRecord(sight, (await params).id);
  if (!statement) notFound();
  const query = readLinesQuery(toSearch(await searchParams));
  const [found, account, zone] = await Promise.all([
    listLines(sight, statement.id, query, query.after, PAGE_ROWS + 1),
    readAccount(statement.accountId),
    displayZone(),
  ]);
  const rows = found.slice(0, PAGE_ROWS);
  const last = found.length > PAGE_ROWS ? rows.at(-1) : undefined;
  return (
    <Messages rooms={['statements']}>
      <PageHeader
        title={statement.accountName}
        description={statement.fileName}
        back={{ href: '/reconciliation/statements', label: t('title') }}
      />
      <div className="space-y-4">
        <Head statement={statement} zone={zone} />
        {!statement.undoneAt && (
          <>
            <Filters statementId={statement.id} query={query} />
            <TableCard label={t('one.lines')}>
              {rows.length > 0 ? (
                <LineTable rows={rows} zone={account?.zone ?? zone} />
              ) : (
                <NoLines statement={statement} query={query} />
              )}
            </TableCard>
            {(last || query.after) && (
              <div className="flex gap-2">
                {query.after && (
                  <ButtonLink size="small" href={linesHref(statement.id, { ...query, after: null })}>
                    {t('one.first')}
                  </ButtonLink>
                )}
                {last && (
                  <ButtonLink size="small" rel="next" href={linesHref(statement.id, { ...query, after: last.seq })}>
                    {t('one.next')}
                  </ButtonLink>
                )}
              </div>
            )}
          </>
        )}
      </div>
    </Messages>
  );
}

function Head({ statement, zone }: { readonly statement: StatementRecord; readonly zone: TimeZone }) {
  const t = useTranslations('statements');
  const region = useRegion();
  const { undoneAt, undoneBy, tallies, balances, sums, currency, firstDay, lastDay } = statement;
  return (
    <>
      {undoneAt && (
        <Alert title={t('one.undone')}>
          {t.rich('one.undoneAbout', { who: undoneBy ?? '', at: () => <Instant at={undoneAt} zone={zone} /> })}
        </Alert>
      )}
      <div className="grid gap-4 lg:grid-cols-2">
        <SectionCard title={t('one.file')}>
          <FactList>
            <Fact label={t('one.period')}>
              {firstDay && lastDay
                ? t.rich('one.days', { first: () => <Day day={firstDay} />, last: () => <Day day={lastDay} /> })
                : null}
            </Fact>
            <Fact label={t('one.matched')}>
              <MatchedShare payments={statement.payments} matched={statement.matched} />
            </Fact>
            <Fact label={t('one.readAs')}>{t(`format.${statement.format}`)}</Fact>
            <Fact label={t('one.size')}>{formatBytes(statement.sizeBytes, region)}</Fact>
            <Fact label="SHA-256">
              <code className="font-mono text-xs [overflow-wrap:anywhere]">{statement.fileHash}</code>
            </Fact>
            <Fact label={t('one.imported')}>
              {t.rich('one.importedBy', {
                at: () => <Instant at={statement.importedAt} zone={zone} />,
                who: statement.importedBy,
              })}
            </Fact>
          </FactList>
        </SectionCard>
        <SectionCard title={t('one.addsUp')} bodyClassName="space-y-5">
          <TallyList tallies={tallies} />
          <BalanceProof balances={balances} sums={sums} currency={sums[0]?.currency ?? currency} />
          {!undoneAt && <UndoForm statementId={statement.id} action={undoStatement} />}
        </SectionCard>
      </div>
    </>
  );
}

function Filters({ statementId, query }: { readonly statementId: string; readonly query: LinesQuery }) {
  const t = useTranslations('statements');
  const matches = [
    { matched: null, label: t('one.all') },
    { matched: true, label: t('one.yes') },
    { matched: false, label: t('one.no') },
  ];
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <LinkChoices
        label={t('one.kind')}
        choices={KINDS.map((kind) => ({
          href: linesHref(statementId, { ...query, kind, after: null }),
          label: kind ? t(`kind.${kind}`) : t('one.all'),
          isCurrent: query.kind === kind,
        }))}
      />
      <LinkChoices
        label={t('one.matched')}
        choices={matches.map(({ matched, label }) => ({
          href: linesHref(statementId, { ...query, matched, after: null }),
          label,
          isCurrent: query.matched === matched,
        }))}
      />
    </div>
  );
}

function NoLines({ statement, query }: { readonly statement: StatementRecord; readonly query: LinesQuery }) {
  const t = useTranslations('statements');
  const isNarrowed = query.kind !== null || query.matched !== null;
  if (isNarrowed || query.after) {
    return (
      <EmptyState
        icon={SearchX}
        title={query.after ? t('one.noFurther') : t('one.noneLike')}
        actions={
          <ButtonLink href={linesHref(statement.id, { kind: null, matched: null, after: null })}>
            {t('one.allLines')}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <EmptyState icon={Copy} title={t('one.noneOwn')}>
      {t('one.noneOwnAbout')}
    </EmptyState>
  );
}
