import { useSyncExternalStore } from 'react';
import { isPrivate } from '@/lib/search-text';
import { KEPT_SEARCHES } from './kept-searches';

const KEPT = 8;
const NONE: readonly string[] = [];
const listeners = new Set<() => void>();
let read: { readonly text: string | null; readonly searches: readonly string[] } = { text: null, searches: NONE };

/** What was searched for on this device, the latest first; kept here and nowhere else. */
export function useRecentSearches(): readonly string[] {
  return useSyncExternalStore(listen, current, () => NONE);
}

/** Remembers a search. Account numbers and tax ids are not remembered. */
export function rememberSearch(text: string): void {
  if (text === '' || isPrivate(text)) return;
  keep([text, ...current().filter((one) => one !== text)].slice(0, KEPT));
}

export function forgetSearches(): void {
  keep(NONE);
}

function keep(searches: readonly string[]): void {
  localStorage.setItem(KEPT_SEARCHES, JSON.stringify(searches));
  for (const listener of listeners) listener();
}

/** The same array for the same text, as React asks of a store. */
function current(): readonly string[] {
  const text = localStorage.getItem(KEPT_SEARCHES);
  if (text !== read.text) read = { text, searches: textsIn(text) };
  return read.searches;
}

/** Whatever else stands there was not written by us. */
function textsIn(text: string | null): readonly string[] {
  if (text === null) return NONE;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, KEPT) : NONE;
  } catch {
    return NONE;
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
