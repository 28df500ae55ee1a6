import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Translator } from '@/lib/language/catalogue';
import type { SearchAnswer } from '@/lib/search-answer';

/** A pause in typing. */
const PAUSE_MILLISECONDS = 120;

export type Asking =
  | { readonly state: 'nothing asked' }
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly answer: SearchAnswer }
  | { readonly state: 'failed'; readonly message: string };

const IDLE: Asking = { state: 'nothing asked' };

/** What the desk finds for a text, asked after a pause in typing; what was asked before is given up. */
export function useAnswer(text: string, as: string | null): Asking {
  const t = useTranslations('search.failed');
  const [asking, setAsking] = useState<Asking>(IDLE);
  useEffect(() => {
    if (text === '') {
      setAsking(IDLE);
      return;
    }
    setAsking({ state: 'asking' });
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(text, as, abort.signal, t).then(
        (answered) => abort.signal.aborted || setAsking(answered),
        () => abort.signal.aborted || setAsking({ state: 'failed', message: t('silent') }),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, as, t]);
  return asking;
}

async function ask(
  text: string,
  as: string | null,
  signal: AbortSignal,
  t: Translator<'search.failed'>,
): Promise<Asking> {
  const search = as === null ? '' : `?${new URLSearchParams({ as })}`;
  const answer = await fetch(`/search/find${search}`, { method: 'POST', body: text, signal });
  if (answer.ok) return { state: 'answered', answer: (await answer.json()) as SearchAnswer };
  if (answer.status === 401) return { state: 'failed', message: t('signedOut') };
  if (answer.status !== 400 && answer.status !== 413) return { state: 'failed', message: t('search') };
  const { detail } = (await answer.json()) as { detail: unknown };
  return { state: 'failed', message: String(detail) };
}
