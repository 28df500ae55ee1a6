import { Copy, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { BalanceProof } from '@/components/statements/balance-proof';
import { Day } from '@/components/statements/day';
import { KIND_WORDS, LineTable } from '@/components/statements/line-table';
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
import { FORMATS } from '@/lib/statements/profile';
import { listLines, readStatementRecord } from '@/lib/statements/statement-list.store';
import type { TimeZone } from '@/lib/time-zones';
import { undoStatement } from '../actions';

export const metadata: Metadata = { title: 'Statement' };

const PAGE_ROWS = 100;
const KINDS = [null, 'payment', 'fee', 'tax', 'internal'] as const;
const MATCHED = [
  { matched: null, label: 'All' },
  { matched: true, label: 'Matched' },
  { matched: false, label: 'Not matched' },
] as const;

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<PageSearchParams>;
};

/** One imported file: what it was, whether it adds up, and its lines. */
export default async function StatementPage({ params, searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
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
    <>
      <PageHeader
        title={statement.accountName}
        description={statement.fileName}
        back={{ href: '/reconciliation/statements', label: 'Statements' }}
      />
      <div className="space-y-4">
        <Head statement={statement} zone={zone} />
        {!statement.undoneAt && (
          <>
            <Filters statementId={statement.id} query={query} />
            <TableCard label="Lines">
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
                    First lines
                  </ButtonLink>
                )}
                {last && (
                  <ButtonLink size="small" rel="next" href={linesHref(statement.id, { ...query, after: last.seq })}>
                    Next lines
                  </ButtonLink>
                )}
              </div>
            )}
          </>
        )}
      </div>
    </>
  );
}

function Head({ statement, zone }: { readonly statement: StatementRecord; readonly zone: TimeZone }) {
  const { undoneAt, undoneBy, tallies, balances, sums, currency, firstDay, lastDay } = statement;
  return (
    <>
      {undoneAt && (
        <Alert title="This import was undone">
          {undoneBy} took it back at <Instant at={undoneAt} zone={zone} />. Its lines are gone; the same file may be
          imported again.
        </Alert>
      )}
      <div className="grid gap-4 lg:grid-cols-2">
        <SectionCard title="The file">
          <FactList>
            <Fact label="Period">
              {firstDay && lastDay ? (
                <>
                  <Day day={firstDay} /> to <Day day={lastDay} />
                </>
              ) : null}
            </Fact>
            <Fact label="Matched">
              <MatchedShare payments={statement.payments} matched={statement.matched} />
            </Fact>
            <Fact label="Read as">{FORMATS[statement.format]}</Fact>
            <Fact label="Size">{formatBytes(statement.sizeBytes)}</Fact>
            <Fact label="SHA-256">
              <code className="font-mono text-xs [overflow-wrap:anywhere]">{statement.fileHash}</code>
            </Fact>
            <Fact label="Imported">
              <Instant at={statement.importedAt} zone={zone} /> by {statement.importedBy}
            </Fact>
          </FactList>
        </SectionCard>
        <SectionCard title="Does it add up?" bodyClassName="space-y-5">
          <TallyList tallies={tallies} />
          <BalanceProof balances={balances} sums={sums} currency={sums[0]?.currency ?? currency} />
          {!undoneAt && <UndoForm statementId={statement.id} action={undoStatement} />}
        </SectionCard>
      </div>
    </>
  );
}

function Filters({ statementId, query }: { readonly statementId: string; readonly query: LinesQuery }) {
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <LinkChoices
        label="Kind"
        choices={KINDS.map((kind) => ({
          href: linesHref(statementId, { ...query, kind, after: null }),
          label: kind ? KIND_WORDS[kind] : 'All',
          isCurrent: query.kind === kind,
        }))}
      />
      <LinkChoices
        label="Matched"
        choices={MATCHED.map(({ matched, label }) => ({
          href: linesHref(statementId, { ...query, matched, after: null }),
          label,
          isCurrent: query.matched === matched,
        }))}
      />
    </div>
  );
}

function NoLines({ statement, query }: { readonly statement: StatementRecord; readonly query: LinesQuery }) {
  const isNarrowed = query.kind !== null || query.matched !== null;
  if (isNarrowed || query.after) {
    return (
      <EmptyState
        icon={SearchX}
        title={query.after ? 'No further lines' : 'No line is like that'}
        actions={
          <ButtonLink href={linesHref(statement.id, { kind: null, matched: null, after: null })}>All lines</ButtonLink>
        }
      />
    );
  }
  return (
    <EmptyState icon={Copy} title="No line of its own">
      Earlier statements of the account have every line of this file already.
    </EmptyState>
  );
}
