import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { EXCEPTION_FILE } from '@/lib/exports/exception-columns';
import type { ExportListName } from '@/lib/exports/export';
import type { FileColumn } from '@/lib/exports/file-format';
import { LEG_FILE } from '@/lib/exports/leg-columns';
import { LINE_FILE } from '@/lib/exports/line-columns';
import { exceptionSource, legSource, lineSource, refundSource } from '@/lib/exports/list-sources.store';
import { queryWords } from '@/lib/exports/query-words';
import { REFUND_FILE } from '@/lib/exports/refund-columns';
import type { Source } from '@/lib/exports/source.store';
import { TRANSACTION_COLUMNS, TRANSACTION_NAMES } from '@/lib/exports/transaction-columns';
import { transactionSource } from '@/lib/exports/transaction-source.store';
import type { Reader, Said } from '@/lib/language/said';
import { unresolvedUnlessAsked } from '@/lib/reconciliation/exception-query';
import { EXCEPTION_LIST, LEG_LIST, LINE_LIST, readViewQuery, writeViewQuery } from '@/lib/reconciliation/view-query';
import { readRefundQuery, writeRefundQuery } from '@/lib/refunds/refund-query';
import type { TimeZone } from '@/lib/time-zones';
import { readListQuery, writeListQuery } from '@/lib/transactions/filters';
import { filterWords } from '@/lib/transactions/filters-words';

/** In the reader's words once it is answered. */
export type AskedProblem = { readonly parameter: string; readonly message: Said | string };
/** Who takes the file: how much they see, and in whose words. */
export type For = { readonly sight: Sight; readonly reader: Reader };

/** A list as a query string asks for it. */
export type AskedList = {
  /** What was not understood; a file must not be wider than the filter that was meant. */
  readonly problems: readonly AskedProblem[];
  /** The same query string as the list's own writer writes it, without page. */
  readonly query: string;
  readonly words: Said | string;
  readonly zone: TimeZone;
  /** Where these columns of it are read. */
  readonly source: (taker: For, columns: readonly string[]) => Promise<Source>;
};

export type ExportList = {
  readonly columns: readonly FileColumn[];
  /** Relative dates and ages are those of `now`. */
  readonly read: (search: URLSearchParams, now: Date) => AskedList;
  /** The list's own page with this filter. */
  readonly href: (query: string) => string;
};

/** Every list that can be handed over as a file: how it is asked for, what is in it, and where it is read. */
export const exportLists: Readonly<Record<ExportListName, ExportList>> = {
  transactions: {
    columns: TRANSACTION_NAMES.map((name) => ({ name, kind: TRANSACTION_COLUMNS[name] })),
    read: (search, now) => {
      const { query, problems } = readListQuery(search);
      const { filters, sort } = query;
      return {
        problems,
        query: writeListQuery({ filters, sort }).toString(),
        words: filterWords(filters, now),
        zone: filters.tz,
        source: ({ sight }, columns) =>
          transactionSource(
            sight,
            query,
            TRANSACTION_NAMES.filter((name) => columns.includes(name)).sort(
              (a, b) => columns.indexOf(a) - columns.indexOf(b),
            ),
            now,
          ),
      };
    },
    href: (query) => page('/transactions', query),
  },
  refunds: {
    columns: REFUND_FILE,
    read: (search, now) => {
      const { query, problems } = readRefundQuery(search);
      const written = writeRefundQuery({ filters: query.filters, sort: query.sort });
      return {
        problems,
        query: written.toString(),
        words: queryWords('refunds', written),
        zone: query.filters.tz,
        source: (taker, columns) => refundSource(taker, query, columns, now),
      };
    },
    href: (query) => page('/refunds', query ? `view=table&${query}` : 'view=table'),
  },
  legs: {
    columns: LEG_FILE,
    read: (search) => {
      const { query, problems } = readViewQuery(LEG_LIST, search);
      const written = writeViewQuery(LEG_LIST, { filters: query.filters, sort: query.sort });
      return {
        ...asked('legs', written, problems),
        source: (taker, columns) => legSource(taker, query, columns),
      };
    },
    href: (query) => railPage(query, ''),
  },
  lines: {
    columns: LINE_FILE,
    read: (search) => {
      const { query, problems } = readViewQuery(LINE_LIST, search);
      const written = writeViewQuery(LINE_LIST, { filters: query.filters, sort: query.sort });
      return {
        ...asked('lines', written, problems),
        source: (taker, columns) => lineSource(taker, query, columns),
      };
    },
    href: (query) => railPage(query, '/lines'),
  },
  exceptions: {
    columns: EXCEPTION_FILE,
    read: (search, now) => {
      const { query: given, problems } = readViewQuery(EXCEPTION_LIST, search);
      const query = unresolvedUnlessAsked(given);
      const written = writeViewQuery(EXCEPTION_LIST, { filters: query.filters, sort: query.sort });
      return {
        ...asked('exceptions', written, problems),
        source: (taker, columns) => exceptionSource(taker, query, columns, now),
      };
    },
    href: (query) => page('/reconciliation/exceptions', query),
  },
};

/** Days of rails and banks are local to them: no zone of the desk moves them. */
function asked(list: ExportListName, search: URLSearchParams, problems: readonly AskedProblem[]) {
  return { problems, query: search.toString(), words: queryWords(list, search), zone: 'UTC' as const };
}

function page(path: string, query: string): string {
  return query ? `${path}?${query}` : path;
}

/** The rail is the address's path there. The company's own book stands beside the chain. */
function railPage(query: string, end: string): string {
  const search = new URLSearchParams(query);
  const rail = search.get('rail') ?? 'spei';
  search.delete('rail');
  return page(`/reconciliation/rails/${rail === 'ledger' ? 'chain' : rail}${end}`, search.toString());
}
