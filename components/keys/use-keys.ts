import { useEffect, useRef } from 'react';
import { useLetters } from './letters';

/** Does what the key is for. `false`: there was nothing to do, and the key is the browser's. */
export type KeyAction = (event: KeyboardEvent) => boolean;

/** By the key's own name: `j`, `?`, `Enter`, `ArrowDown`; with Shift `Shift+Enter`. */
export type KeyActions = Readonly<Record<string, KeyAction>>;

/**
 * Keys of a page. None does anything while somebody types, under a dialog or an open menu, with Ctrl, Alt or ⌘ held, or
 * where something nearer to the focus took it; those of one character only while a person has them switched on.
 */
export function useKeys(actions: KeyActions): void {
  const [areLettersOn] = useLetters();
  const latest = useRef({ actions, areLettersOn });
  latest.current = { actions, areLettersOn };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || isCovered()) return;
      const isCharacter = event.key.length === 1;
      if (isCharacter && !latest.current.areLettersOn) return;
      const name = !isCharacter && event.shiftKey ? `Shift+${event.key}` : event.key;
      const action = Object.hasOwn(latest.current.actions, name) ? latest.current.actions[name] : undefined;
      if (action?.(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether keys mean text, or a choice, where they go. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;
}

/** Whether something lies over the page that has keys of its own. A panel beside the list belongs to the page. */
function isCovered(): boolean {
  return document.querySelector('dialog[open]:not([data-panel]), :popover-open') !== null;
}
