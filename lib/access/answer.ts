import { negotiate } from '@/lib/language/locales';
import type { Reader } from '@/lib/language/said';
import { readerOf } from '@/lib/language/translator';

/** One shape for every API error; `detail` says what to do about it. */
export function apiError(status: number, error: string, detail: unknown): Response {
  return Response.json({ error, detail }, { status });
}

/** Who asks by a key: in the language that the request names, in English where it names none. Times are UTC. */
export function askerOf(request: Request): Reader {
  return readerOf(negotiate(request.headers.get('accept-language')), 'UTC');
}
