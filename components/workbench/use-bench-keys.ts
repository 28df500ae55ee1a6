import { useEffect, useRef } from 'react';

/** The two sides; every box of a side carries its name in `data-bench`. */
export type Side = 'lines' | 'legs';
export type BenchLetters = Readonly<Record<'m' | 'd' | 'u' | 'w' | 's' | 'b' | 'i', () => void>>;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };
const SIDES: Readonly<Record<string, Side>> = { ArrowLeft: 'lines', ArrowRight: 'legs' };

type Keys = {
  readonly letters: BenchLetters;
  readonly areLettersOn: boolean;
  readonly showKeys: () => void;
};

/**
 * The arrows (and j, k) walk the boxes of a side, and from one side to the other; Space is the box's own. Letters do what
 * `letters` says, while they are switched on. Nothing happens while typing, in a dialog, or with a modifier held.
 */
export function useBenchKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const last = useRef<Record<Side, string | null>>({ lines: null, legs: null });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const { letters, areLettersOn, showKeys } = latest.current;
      const focused = document.activeElement;
      const side = sideOf(focused);
      if (side) last.current[side] = idOf(focused);
      const isLetter = event.key.length === 1;
      if (isLetter && !areLettersOn) return;
      const step = STEPS[event.key];
      const target = SIDES[event.key];
      if (target && side && side !== target) move(boxOf(target, last.current[target]) ?? boxesOf(target)[0], event);
      else if (step) move(side ? neighbour(focused, side, step) : isLetter ? boxesOf('lines')[0] : undefined, event);
      else if (event.key === '?') run(showKeys, event);
      else if (event.key in letters && !event.repeat && !event.shiftKey)
        run(letters[event.key as keyof BenchLetters], event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The box of a line or payment that has the focus: its id. */
export function focusedId(side: Side): string | null {
  const focused = document.activeElement;
  return sideOf(focused) === side ? idOf(focused) : null;
}

export function focusBox(side: Side, id: string): void {
  boxOf(side, id)?.focus();
}

/** Typing, and whatever lies over the page, keeps its keys. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], :popover-open')) return true;
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
  );
}

function sideOf(element: Element | null): Side | null {
  return ((element instanceof HTMLElement && element.dataset.bench) || null) as Side | null;
}

function idOf(element: Element | null): string | null {
  return (element instanceof HTMLElement && element.dataset.id) || null;
}

function boxesOf(side: Side): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-bench="${side}"]`)];
}

function boxOf(side: Side, id: string | null): HTMLElement | undefined {
  return id === null ? undefined : boxesOf(side).find((box) => box.dataset.id === id);
}

function neighbour(focused: Element | null, side: Side, step: number): HTMLElement | undefined {
  const boxes = boxesOf(side);
  return boxes[boxes.indexOf(focused as HTMLElement) + step];
}

function move(box: HTMLElement | undefined, event: KeyboardEvent): void {
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
}

function run(what: () => void, event: KeyboardEvent): void {
  event.preventDefault();
  what();
}
