import type { RefObject } from 'react';
import type { PanelState } from '@/components/panel/use-panel';
import type { TableHandle } from '@/components/table/data-table';
import type { Selection } from '@/components/table/use-selection';
import { said } from '@/lib/language/said';
import type { KeyLine } from './key-sheet';
import { useKeys } from './use-keys';

/** What the keys of a list do. */
export const LIST_KEYS: readonly KeyLine[] = [
  { keys: ['↑', '↓', 'j', 'k'], does: said('keys.list.move') },
  { keys: ['Enter'], does: said('keys.list.beside') },
  { keys: ['⇧ Enter'], does: said('keys.list.page') },
  { keys: ['x'], does: said('keys.list.select') },
  { keys: ['⇧ ↑', '⇧ ↓'], does: said('keys.list.range') },
  { keys: ['.'], does: said('keys.list.menu') },
  { keys: ['c'], does: said('keys.list.copy') },
  { keys: ['/'], does: said('keys.list.search') },
  { keys: ['f'], does: said('keys.list.filters') },
  { keys: ['v'], does: said('keys.list.views') },
  { keys: ['e'], does: said('keys.list.export') },
  { keys: ['Esc'], does: said('keys.list.leave') },
  { keys: ['?'], does: said('keys.list.sheet') },
];

type Given = {
  readonly table: RefObject<TableHandle | null>;
  readonly panel: PanelState;
  readonly selection: Selection;
  /** Drops the text searched for in this list; `false` where there is none. */
  readonly clearSearch: () => boolean;
  readonly openPage: (id: string) => void;
  readonly openMenu: (id: string) => void;
  readonly copyId: (id: string) => void;
  readonly showKeys: () => void;
};

/** The keys of a list: see `LIST_KEYS`. What acts on a row acts on the open one, else on the one that has the focus. */
export function useListKeys(given: Given): void {
  const { table, panel, selection } = given;
  const currentId = () => panel.openId ?? table.current?.currentId() ?? null;
  const withRow = (does: (id: string) => void) => () => {
    const id = currentId();
    if (id !== null) does(id);
    return id !== null;
  };
  const walk = (step: 1 | -1, isArrow: boolean) => () => {
    if (panel.openId !== null) {
      const to = step > 0 ? panel.next : panel.previous;
      if (to !== null) panel.open(to);
      return true;
    }
    // An arrow scrolls the page until a row has the focus.
    if (isArrow && table.current?.currentId() === null) return false;
    return table.current?.walk(step) !== null;
  };
  const range = (step: 1 | -1) => () => {
    const from = table.current?.currentId() ?? null;
    if (panel.openId !== null || from === null) return false;
    const to = table.current?.walk(step) ?? null;
    const isBack = to !== null && selection.selected.has(from) && selection.selected.has(to);
    if (isBack) selection.choose([from], false);
    else selection.choose(to === null ? [from] : [from, to], true);
    return true;
  };
  const enter = ({ target }: KeyboardEvent) => {
    const link = target instanceof Element && target.closest('[data-row-link]');
    const id = link ? table.current?.currentId() : null;
    if (id) panel.open(id);
    return Boolean(id);
  };
  const leave = () => {
    if (panel.openId !== null) panel.close();
    else if (selection.selected.size > 0) selection.clear();
    else return given.clearSearch();
    return true;
  };
  const showKeys = () => {
    given.showKeys();
    return true;
  };
  useKeys({
    ...{ j: walk(1, false), k: walk(-1, false), ArrowDown: walk(1, true), ArrowUp: walk(-1, true) },
    ...{ 'Shift+ArrowDown': range(1), 'Shift+ArrowUp': range(-1), Enter: enter, Escape: leave, '?': showKeys },
    'Shift+Enter': withRow(given.openPage),
    x: withRow(selection.toggle),
    c: withRow(given.copyId),
    '.': withRow(given.openMenu),
    ...{ '/': reach('search'), f: reach('filters'), v: reach('views'), e: reach('export') },
  });
}

/** Where the parts of a list are that keys lead to. */
const PLACES = {
  search: '[data-list-search]',
  filters: '[data-list-filters] button',
  views: '[data-list-views] a, [data-list-views] button',
  export: '[data-key-export]',
} as const;

/** Gives a part of the list the focus, and presses the button of the export; nothing where the list has no such part. */
function reach(name: keyof typeof PLACES) {
  return () => {
    const element = document.querySelector<HTMLElement>(PLACES[name]);
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
    if (name === 'export') element?.click();
    return element !== null;
  };
}
