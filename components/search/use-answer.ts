import { useEffect, useState } from 'react';
import { type Said, said } from '@/lib/language/said';
import type { SearchAnswer } from '@/lib/search-answer';

/** A pause in typing. */
const PAUSE_MILLISECONDS = 120;

export type Asking =
  | { readonly state: 'nothing asked' }
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly answer: SearchAnswer }
  /** In words already where the server said why. */
  | { readonly state: 'failed'; readonly message: Said | string };

const IDLE: Asking = { state: 'nothing asked' };

/** What the desk finds for a text, asked after a pause in typing; what was asked before is given up. */
export function useAnswer(text: string, as: string | null): Asking {
  const [asking, setAsking] = useState<Asking>(IDLE);
  useEffect(() => {
    if (text === '') {
      setAsking(IDLE);
      return;
    }
    setAsking({ state: 'asking' });
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(text, as, abort.signal).then(
        (answered) => abort.signal.aborted || setAsking(answered),
        () => abort.signal.aborted || setAsking({ state: 'failed', message: said('search.failed.silent') }),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, as]);
  return asking;
}

async function ask(text: string, as: string | null, signal: AbortSignal): Promise<Asking> {
  const search = as === null ? '' : `?${new URLSearchParams({ as })}`;
  const answer = await fetch(`/search/find${search}`, { method: 'POST', body: text, signal });
  if (answer.ok) return { state: 'answered', answer: (await answer.json()) as SearchAnswer };
  if (answer.status === 401) return { state: 'failed', message: said('search.failed.signedOut') };
  if (answer.status !== 400 && answer.status !== 413) return { state: 'failed', message: said('search.failed.search') };
  const { detail } = (await answer.json()) as { detail: unknown };
  return { state: 'failed', message: String(detail) };
}
