import { apiAnswer, apiError } from '@/lib/access/api';
import { MAX_QUERY_LENGTH, search } from '@/lib/search';
import type { Hit } from '@/lib/transactions/hit';
import { summaryJson } from '@/lib/transactions/representation';

/** Finds `q` as external reference or any identifier; each hit says which fields matched and whether exactly. */
export function GET(request: Request): Promise<Response> {
  return apiAnswer(request, async () => {
    const q = new URL(request.url).searchParams.get('q')?.trim();
    const complaint = !q
      ? 'Say what to look for.'
      : q.length > MAX_QUERY_LENGTH
        ? `At most ${MAX_QUERY_LENGTH} characters.`
        : null;
    if (!q || complaint) return apiError(400, 'bad_parameter', [{ parameter: 'q', message: complaint }]);
    const { exact, near } = await search(q);
    return Response.json({ data: [...exact, ...near].map(hitJson) });
  });
}

function hitJson({ transaction, matches }: Hit) {
  const matched = matches.map(({ kind, value, isExact }) => ({ kind, value, exact: isExact }));
  return { ...summaryJson(transaction), matched };
}
