import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Alert } from '@/components/ui/alert';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import { type Said, spoken } from '@/lib/language/said';
import { type Filters, type ListQuery, NO_FILTERS } from '@/lib/transactions/filters';
import { FilterChips } from './filter-chips';
import { filteredHref, listHref } from './list-links';

/** What takes the dates out of a filter. */
export const NO_DATES = {
  occurred_from: null,
  occurred_to: null,
  updated_from: null,
  updated_to: null,
} as const satisfies Partial<Filters>;

type NothingProps = {
  readonly query: ListQuery;
  readonly now: Date;
  /** How many match all but the dates; `null` where that was not counted, or there are no dates. */
  readonly outsideDates: number | null;
};

/** There are transactions, but none that fit. */
export function NothingMatches({ query, now, outsideDates }: NothingProps) {
  const t = useTranslations('transactions');
  return (
    <NoRowMatches title={t('nothing.title')} chips={<FilterChips query={query} now={now} />}>
      {outsideDates !== null && outsideDates > 0 && (
        <p className="mt-4">
          <Link href={filteredHref(query, NO_DATES)} scroll={false} className="font-medium text-accent hover:underline">
            {t('nothing.outside', { count: outsideDates })}
          </Link>
        </p>
      )}
    </NoRowMatches>
  );
}

/** The database gave up on a filter that would have read too much. */
export function TookTooLong({ query }: { readonly query: ListQuery }) {
  const t = useTranslations('transactions');
  return (
    <ListTookTooLong href={listHref(query)} clearHref={filteredHref(query, NO_FILTERS)} advice={t('tooLongAdvice')} />
  );
}

/** A page link that belongs to another filter or order. */
export function CursorRefused({ query, message }: { readonly query: ListQuery; readonly message: Said }) {
  return <PageLinkRefused href={listHref({ ...query, cursor: null })} message={message} />;
}

/** A reader of addresses says what it did not understand as a sentence for every language, or as plain text. */
type Ignored = { readonly parameter: string; readonly message: Said | string };

/** What in the address was not understood; the list is shown without it. */
export function IgnoredParameters({ problems }: { readonly problems: readonly Ignored[] }) {
  const filters = useTranslations('filters');
  const reader = useReader();
  if (problems.length === 0) return null;
  const shown = problems.slice(0, 8).map(({ parameter, message }) => ({
    parameter,
    message: typeof message === 'string' ? message : spoken(message, reader),
  }));
  return (
    <Alert tone="caution" title={filters('problem.title')} className="mb-4">
      <ul>
        {shown.map(({ parameter, message }) => (
          <li key={`${parameter} ${message}`} className="break-words">
            {filters.rich('problem.ignored', {
              parameter: parameter.slice(0, 60),
              message,
              code: (chunks) => <code className="font-mono text-xs">{chunks}</code>,
            })}
          </li>
        ))}
        {problems.length > 8 && <li>{filters('problem.more', { count: problems.length - 8 })}</li>}
      </ul>
    </Alert>
  );
}
