import type { TableLayout } from './layout';

/** Lists that can be saved as views. */
export const VIEWED_LISTS = ['transactions'] as const;
export type ViewedList = (typeof VIEWED_LISTS)[number];

export const LONGEST_VIEW_NAME = 60;
/** More views of one person, or of the team, are not kept. */
export const MOST_VIEWS = 100;

/** A list as somebody wants to see it again. */
export type SavedView = {
  readonly id: string;
  readonly name: string;
  /** A query string without cursor, as the list's own writer writes it. */
  readonly query: string;
  /** `null` leaves each person their own. */
  readonly layout: TableLayout | null;
  /** Everybody sees it; only its owner may change or delete it. */
  readonly isTeam: boolean;
  readonly isMine: boolean;
  /** Who made it, by e-mail address; `null` once they left. */
  readonly owner: string | null;
};

/** Why a view was not saved; `name_taken`: by another view that the same people see. */
export type NotSaved = 'no_name' | 'name_taken' | 'too_many' | 'not_found' | 'not_yours';
