import { Download, Hourglass, ScrollText, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilterForm } from '@/components/audit/audit-filters';
import { AuditTable } from '@/components/audit/audit-table';
import { ChainCheck } from '@/components/audit/chain-check';
import { Messages } from '@/components/language/messages';
import { ForgottenNotice } from '@/components/private/forgotten-notice';
import { Alert } from '@/components/ui/alert';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { CursorPages } from '@/components/ui/cursor-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { TableCard } from '@/components/webhooks/table-card';
import { requireRight } from '@/lib/access/session';
import { lastEntry } from '@/lib/audit/chain.store';
import { type AuditPage, listEntries } from '@/lib/audit/list.store';
import { AUDIT, type AuditQuery, auditHref, isFiltered, readAuditQuery } from '@/lib/audit/query';
import { displayZone } from '@/lib/preferences';
import { assignableUsers } from '@/lib/remarks/store';
import { withKeptTexts } from '@/lib/search-kept.store';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import type { TimeZone } from '@/lib/time-zones';
import { privatelyAt } from '../../privately';
import { checkChain } from './actions';
import { boundsOf, KEPT_FILTERS } from './bounds';

const PAGE_ROWS = 50;
/** What a value that is forgotten finds. */
const NONE: AuditPage = { rows: [], older: null, newer: null };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('title') };
}

/** Who did what, on which object, when and from where. */
export default async function AuditLogPage({ searchParams }: { readonly searchParams: Promise<PageSearchParams> }) {
  const viewer = await requireRight('audit');
  const t = await getTranslations('audit');
  const search = toSearch(await searchParams);
  const privately = await privatelyAt(viewer, 'audit', AUDIT, search);
  const query = readAuditQuery(search);
  const filters = await withKeptTexts(query.filters, KEPT_FILTERS);
  const zone = await displayZone();
  const [page, last, users] = await Promise.all([
    filters === null ? NONE : inTime(listEntries(boundsOf(filters, zone), query.place, PAGE_ROWS)),
    lastEntry(),
    assignableUsers(),
  ]);
  const fileHref = (format: string) => {
    const href = auditHref(query.filters, null, `${AUDIT}/export`);
    return `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
  };
  return (
    <div className="space-y-4">
      <p className="max-w-prose text-body text-ink-2">{t('about')}</p>
      <Messages rooms={['audit']}>
        <ChainCheck last={String(last)} check={checkChain} />
      </Messages>
      <AuditFilterForm
        key={search.toString()}
        filters={query.filters}
        people={users.map(({ email }) => email)}
        privately={privately}
      />
      <ForgottenNotice kept={privately.kept} />
      {query.ignored.length > 0 && <Alert tone="caution" title={t('ignored', { names: query.ignored.join(', ') })} />}
      <div className="flex flex-wrap justify-end gap-2">
        {(['csv', 'jsonl'] as const).map((format) => (
          // A plain link: what it leads to is a file.
          <a key={format} href={fileHref(format)} className={buttonClass({ size: 'small' })}>
            <Download aria-hidden /> {t(`file.${format}`)}
          </a>
        ))}
      </div>
      <Entries page={page} query={query} zone={zone} />
    </div>
  );
}

async function Entries({
  page,
  query: { filters, place },
  zone,
}: {
  readonly page: AuditPage | 'too long';
  readonly query: AuditQuery;
  readonly zone: TimeZone;
}) {
  const t = await getTranslations('audit');
  if (page === 'too long') {
    return (
      <EmptyState icon={Hourglass} title={t('tooLong')} actions={<ButtonLink href={AUDIT}>{t('clear')}</ButtonLink>}>
        {t('tooLongWhy')}
      </EmptyState>
    );
  }
  const { rows, older, newer } = page;
  if (rows.length === 0) {
    return isFiltered(filters) || place ? (
      <EmptyState icon={SearchX} title={t('noMatch')} actions={<ButtonLink href={AUDIT}>{t('clear')}</ButtonLink>}>
        {t('noMatchWhy')}
      </EmptyState>
    ) : (
      <EmptyState icon={ScrollText} title={t('nothing')}>
        {t('nothingWhy')}
      </EmptyState>
    );
  }
  return (
    <>
      <TableCard label={t('title')}>
        <AuditTable rows={rows} zone={zone} />
      </TableCard>
      {(older !== null || newer !== null) && (
        <CursorPages
          label={t('pages')}
          previous={newer && auditHref(filters, { seq: newer, direction: 'newer' })}
          next={older && auditHref(filters, { seq: older, direction: 'older' })}
        />
      )}
    </>
  );
}
