import type { ReactNode } from 'react';

/** What the server says of one row: its content, drawn, or that the store has no such thing. */
export type PanelAnswer =
  | { readonly outcome: 'found'; readonly title: string; readonly content: ReactNode }
  | { readonly outcome: 'missing' };

/** What the panel shows of the open row; `reference` is what the server's own log calls the failure. */
export type PanelShown =
  | PanelAnswer
  | { readonly outcome: 'loading' }
  | { readonly outcome: 'failed'; readonly reference: string | null };

/** Where the panel of a list comes from. */
export type PanelSource = {
  /** A server function; it throws when the content could not be read. */
  readonly load: (id: string) => Promise<PanelAnswer>;
  /** What the server drew with the page, where the address names an open row. */
  readonly drawn: { readonly id: string; readonly answer: PanelAnswer } | null;
  /** In CSS pixels. */
  readonly width: number;
  readonly keepWidth: (width: number) => Promise<void>;
};
