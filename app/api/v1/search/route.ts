import { apiError } from '@/lib/access/answer';
import { apiAnswer } from '@/lib/access/api';
import { sightOf } from '@/lib/access/rights';
import { said, spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import type { ExceptionHit, LineHit } from '@/lib/reconciliation/search-hit';
import { search, searchNear } from '@/lib/search';
import { countOf, type SearchGroups } from '@/lib/search-groups';
import { readAsked } from '@/lib/search-text';
import type { Hit, HitPage } from '@/lib/transactions/hit';
import { summaryJson } from '@/lib/transactions/representation';

const LIMIT = 50;

/**
 * Finds `q` as external reference or any identifier; each hit says which fields matched and how. `data` are payments;
 * where nothing is exactly `q`, those with a value near it. `groups` are the exact hits by what they are.
 */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, 'ask', async (caller) => {
    const asked = readAsked(new URL(request.url).searchParams.get('q') ?? '');
    const complaint =
      asked.kind === 'nothing'
        ? said('search.refused.nothing')
        : asked.kind === 'column'
          ? said('search.refused.oneAtATime')
          : asked.kind === 'refused'
            ? asked.message
            : null;
    if (asked.kind !== 'one') {
      const message = complaint && spoken(complaint, await displayReader());
      return apiError(400, 'bad_parameter', [{ parameter: 'q', message }]);
    }
    const groups = await search(sightOf(caller), asked.text, { limit: LIMIT });
    const { transactions, steps, events } = groups;
    const exact = [...transactions.hits, ...steps.hits, ...events.hits];
    const near =
      countOf(groups) === 0
        ? await searchNear(sightOf(caller), asked.text, { ways: 'first' })
        : { hits: [], isCut: false };
    return Response.json({ data: [...exact, ...near.hits].map(hitJson), groups: groupsJson(groups), cut: near.isCut });
  });
}

function hitJson({ transaction, matches }: Hit) {
  const matched = matches.map(({ kind, value, likeness }) => ({ kind, value, exact: likeness === 'is', likeness }));
  return { ...summaryJson(transaction), matched };
}

function groupsJson({ transactions, steps, events, lines, exceptions }: SearchGroups) {
  const payments = (page: HitPage<Hit>) => ({
    count: page.count,
    data: page.hits.map(({ transaction, matches }) => ({
      id: transaction.id,
      matched: matches.map(({ kind, value }) => ({ kind, value })),
    })),
  });
  return {
    transactions: payments(transactions),
    refund_steps: payments(steps),
    events: payments(events),
    lines: { count: lines.count, data: lines.hits.map(lineJson) },
    exceptions: { count: exceptions.count, data: exceptions.hits.map(exceptionJson) },
  };
}

function lineJson({ line, matches }: LineHit) {
  const { seq, accountName, bookedOn, amount, currency, text } = line;
  const matched = matches.map(({ kind, value }) => ({ kind, value }));
  return { id: seq, account: accountName, booked_on: bookedOn, amount, currency, text, matched };
}

function exceptionJson({ exception, matches }: ExceptionHit) {
  const { id, reason, state, day, amount, currency, transactionId } = exception;
  return { id, reason, state, day, amount, currency, transaction_id: transactionId, matched: matches };
}
