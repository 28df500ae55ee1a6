import { useSyncExternalStore } from 'react';

const KEY = 'concilia.workbench.letters';
const listeners = new Set<() => void>();

/** Whether one-letter keys work on this device, and a way to change it; remembered here and nowhere else. */
export function useLetters(): [areOn: boolean, set: (areOn: boolean) => void] {
  const areOn = useSyncExternalStore(
    listen,
    () => localStorage.getItem(KEY) !== 'off',
    () => true,
  );
  const set = (next: boolean) => {
    localStorage.setItem(KEY, next ? 'on' : 'off');
    for (const listener of listeners) listener();
  };
  return [areOn, set];
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
